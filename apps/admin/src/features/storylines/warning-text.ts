import type { ExportWarning } from '@throughline/schema';
import type { Messages } from '../../i18n/catalogue.ts';

/** What an editor should know before a piece leaves, in the words of the desk. */
export const warningText = (m: Messages, { problem, claim }: ExportWarning): string =>
  m.storylines.exportProblems[problem](claim);
