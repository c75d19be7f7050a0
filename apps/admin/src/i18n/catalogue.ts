import type { en } from './en.ts';

/** A catalogue has the shape of the English one: another language is a value of this type, checked by the compiler. */
export type Shape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Shape<T[K]>;
};
export type Messages = Shape<typeof en>;
