import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { type Language, usePreferences } from '../lib/preferences.ts';
import type { Messages } from './catalogue.ts';
import { en } from './en.ts';

export interface Locale {
  /** BCP 47, for the page and for numbers and dates. */
  tag: string;
  direction: 'ltr' | 'rtl';
  messages: Messages;
}

const english: Locale = { tag: 'en', direction: 'ltr', messages: en };

/** English comes with the desk's first script, every other language when somebody reads it. */
const LOCALES: Readonly<Record<Language, () => Promise<Locale>>> = {
  en: () => Promise.resolve(english),
  ur: async () => ({ tag: 'ur', direction: 'rtl', messages: (await import('./ur.ts')).ur }),
};

/** The languages of the desk by their own names. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ur: 'اردو' };

const isLanguage = (code: string | undefined): code is Language => code !== undefined && code in LOCALES;

/** The chosen language, else the first of the browser's that the desk speaks, else English. */
function languageFor(chosen: Language | 'system'): Language {
  if (chosen !== 'system') return chosen;
  return navigator.languages.map((tag) => tag.split('-')[0]?.toLowerCase()).find(isLanguage) ?? 'en';
}

const LocaleContext = createContext<Locale>(english);

/** Shows its children in the chosen language, once that is read; a change keeps the old one until then. */
export function LocaleProvider({ children }: { children: ReactNode }) {
  const language = languageFor(usePreferences().language);
  const [locale, setLocale] = useState<Locale | null>(language === 'en' ? english : null);
  useEffect(() => {
    let wanted = true;
    LOCALES[language]().then(
      (loaded) => wanted && setLocale(loaded),
      // The file did not come: English is better than an empty page.
      () => wanted && setLocale((before) => before ?? english),
    );
    return () => {
      wanted = false;
    };
  }, [language]);
  useEffect(() => {
    if (locale === null) return;
    document.documentElement.lang = locale.tag;
    document.documentElement.dir = locale.direction;
  }, [locale]);
  return locale === null ? null : <LocaleContext value={locale}>{children}</LocaleContext>;
}

export const useLocale = (): Locale => use(LocaleContext);

/** The words of the chosen language; no string of the screens stands anywhere else. */
export const useMessages = (): Messages => use(LocaleContext).messages;
