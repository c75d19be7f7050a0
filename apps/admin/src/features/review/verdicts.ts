import type { Decide, Verdict, VerdictValue } from '@throughline/schema';

/** What a decision, made or taken back, does to the verdicts of an item. Pure, so that screen and cache agree. */

export type VerdictCommand =
  | {
      kind: 'decide';
      itemIds: number[];
      topic: string | null;
      value: VerdictValue;
      reason: Decide['reason'];
      by: string;
      at: string;
      /** For each item the moment of the verdict that was seen; left out: decide whatever others said. */
      seen?: (string | null)[];
      /** It was the second look. */
      settles?: boolean;
    }
  | { kind: 'undo'; undoes: string; itemIds: number[]; topic: string | null; before: (Verdict | null)[] };

/** The verdicts of one item after a command; the same array when the command does not concern it. */
export function applyCommand(itemId: number, verdicts: Verdict[], command: VerdictCommand): Verdict[] {
  const place = command.itemIds.indexOf(itemId);
  if (place === -1) return verdicts;
  const others = verdicts.filter((verdict) => verdict.topic !== command.topic);
  if (command.kind === 'undo') {
    const before = command.before[place] ?? null;
    return before === null ? others : [...others, before];
  }
  const { topic, value, reason, by, at } = command;
  return [...others, { itemId, topic, value, reason: reason ?? null, by, at }];
}

/** The verdict that a view shows: in a topic that of its tag, else that of the item; in the queue the latest of all. */
export function shownVerdict(verdicts: readonly Verdict[], topic: string | null): Verdict | null {
  const concerned = topic === null ? verdicts : verdicts.filter((v) => v.topic === topic || v.topic === null);
  return concerned.reduce<Verdict | null>(
    (latest, verdict) => (latest === null || verdict.at > latest.at ? verdict : latest),
    null,
  );
}
