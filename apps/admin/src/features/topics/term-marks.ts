import type { TextField } from '@throughline/schema';

/** How the last word of a term ends: as written, with the endings of its language, or any way it goes on. */
export type Ending = 'exact' | 'inflected' | 'prefix';

/** A term as a form shows it; marks inside a phrase stay in its text ("customs~ dut"). */
export interface MarkedTerm {
  text: string;
  ending: Ending;
  /** Only these capitals count. */
  capitals: boolean;
  field: TextField | null;
  /** Relative to its concept; 1 is the usual. */
  weight: number;
}

const MARKS = { exact: '', inflected: '~', prefix: '*' } as const;

/** `title:!customs dut*^0.5` taken apart. What it cannot tell apart stays in the text: the desk says what is wrong. */
export function readTerm(source: string): MarkedTerm {
  const [, field, capitals, body = '', weight] =
    /^\s*(?:(title|summary|text):)?(!)?(.*?)(?:\^(\d*\.?\d+))?\s*$/su.exec(source) ?? [];
  const ending = body.endsWith('~') ? 'inflected' : body.endsWith('*') ? 'prefix' : 'exact';
  return {
    text: ending === 'exact' ? body : body.slice(0, -1),
    ending,
    capitals: capitals !== undefined,
    field: (field as TextField | undefined) ?? null,
    weight: weight === undefined ? 1 : Number(weight),
  };
}

/** As it is written in the rules. */
export function writeTerm({ text, ending, capitals, field, weight }: MarkedTerm): string {
  const words = text.trim().replaceAll(/\s+/g, ' ');
  return `${field === null ? '' : `${field}:`}${capitals ? '!' : ''}${words}${MARKS[ending]}${weight === 1 ? '' : `^${weight}`}`;
}
