import { createContext, type ReactNode, use, useEffect } from 'react';
import { en } from './en.ts';

/** A catalogue has the shape of the English one: another language is a value of this type, checked by the compiler. */
type Shape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Shape<T[K]>;
};
export type Messages = Shape<typeof en>;

export interface Locale {
  /** BCP 47, for the page and for numbers and dates. */
  tag: string;
  direction: 'ltr' | 'rtl';
  messages: Messages;
}

const english: Locale = { tag: 'en', direction: 'ltr', messages: en };
const LocaleContext = createContext<Locale>(english);

export function LocaleProvider({ locale = english, children }: { locale?: Locale; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = locale.tag;
    document.documentElement.dir = locale.direction;
  }, [locale]);
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

export const useLocale = (): Locale => use(LocaleContext);

/** The words of the chosen language; no string of the screens stands anywhere else. */
export const useMessages = (): Messages => use(LocaleContext).messages;
