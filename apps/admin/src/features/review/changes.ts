import type { ItemRow, MarkKind, Verdict } from '@throughline/schema';
import { applyCommand, type VerdictCommand } from './verdicts.ts';

/** What else is done to items: marks and topics by hand. Pure, so that screen and cache agree. */

export interface MarkCommand {
  kind: 'mark';
  itemIds: number[];
  mark: MarkKind;
  on: boolean;
  /** When a snooze ends. */
  until: string | null;
  by: string;
}

export interface TagCommand {
  kind: 'tag';
  itemIds: number[];
  topic: string;
  on: boolean;
  /** The command that gave the topic, when this one takes it back. */
  undoes: string | null;
  by: string;
  at: string;
}

export type ItemCommand = VerdictCommand | MarkCommand | TagCommand;

/** What a screen knows of an item that a command can change. */
export type Changeable = Pick<ItemRow, 'id' | 'tags' | 'verdicts' | 'marks'>;

/** An item after a command; the same object when the command does not concern it. */
export function applyTo<T extends Changeable>(row: T, command: ItemCommand): T {
  if (!command.itemIds.includes(row.id)) return row;
  if (command.kind === 'mark') return marked(row, command);
  if (command.kind === 'tag') return tagged(row, command);
  const verdicts = applyCommand(row.id, row.verdicts, command);
  const settled = command.kind === 'decide' && command.settles === true;
  const marks = settled ? row.marks.filter((mark) => mark.kind !== 'doubted') : row.marks;
  return { ...row, verdicts, marks };
}

function marked<T extends Changeable>(row: T, { mark, on, until, by }: MarkCommand): T {
  const others = row.marks.filter(({ kind }) => kind !== mark);
  const because = mark === 'doubted' ? ('asked' as const) : null;
  return { ...row, marks: on ? [...others, { kind: mark, until, because, by }] : others };
}

function tagged<T extends Changeable>(row: T, { topic, on, by, at }: TagCommand): T {
  const tags = row.tags.filter((tag) => tag.topic !== topic || (!on && tag.byHand !== true));
  const verdicts = row.verdicts.filter((verdict) => verdict.topic !== topic);
  if (!on) return { ...row, tags, verdicts };
  const verdict: Verdict = { itemId: row.id, topic, value: 'relevant', reason: null, by, at };
  const before = row.tags.find((tag) => tag.topic === topic);
  const tag = { topic, score: 1, relevant: true, evidence: before?.evidence ?? [], byHand: true };
  return { ...row, tags: [tag, ...tags], verdicts: [...verdicts, verdict] };
}

/** What a mark said on each row, as few commands: a snooze that is undone sleeps as long as it did before. */
export function marksBefore(
  rows: readonly Pick<ItemRow, 'id' | 'marks'>[],
  kind: MarkKind,
): Pick<MarkCommand, 'itemIds' | 'on' | 'until'>[] {
  const groups = new Map<string, Pick<MarkCommand, 'itemIds' | 'on' | 'until'>>();
  for (const { id, marks } of rows) {
    const mark = marks.find((one) => one.kind === kind);
    const [on, until] = [mark !== undefined, mark?.until ?? null];
    const group = groups.get(`${on} ${until}`);
    if (group === undefined) groups.set(`${on} ${until}`, { itemIds: [id], on, until });
    else group.itemIds.push(id);
  }
  return [...groups.values()];
}

export const hasMark = (row: Pick<ItemRow, 'marks'>, kind: MarkKind): boolean =>
  row.marks.some((mark) => mark.kind === kind);
