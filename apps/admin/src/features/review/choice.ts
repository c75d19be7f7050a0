import type { ItemRow } from '@throughline/schema';
import { useMemo, useState } from 'react';

/** The rows that the next decision is about, when it is about more than the one under the cursor. */
export interface Choice {
  ids: ReadonlySet<number>;
  /** Where the range began. */
  anchor: number | null;
}

const NONE: Choice = { ids: new Set(), anchor: null };

/** All rows between the anchor (or else the cursor) and another row become the choice. */
export function rangeTo(
  rows: readonly Pick<ItemRow, 'id'>[],
  { anchor }: Choice,
  cursor: number | null,
  to: number,
): Choice {
  const from = anchor ?? cursor ?? to;
  const [a, b] = [from, to].map((id) => rows.findIndex((row) => row.id === id));
  if (a === undefined || b === undefined || b === -1) return NONE;
  const first = a === -1 ? b : Math.min(a, b);
  const last = Math.max(a, b);
  return { ids: new Set(rows.slice(first, last + 1).map((row) => row.id)), anchor: a === -1 ? to : from };
}

export function toggled({ ids, anchor }: Choice, id: number): Choice {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next.size === 0 ? NONE : { ids: next, anchor: anchor ?? id };
}

export function useChoice(rows: readonly ItemRow[]) {
  const [choice, setChoice] = useState(NONE);
  const chosen = useMemo(() => rows.filter((row) => choice.ids.has(row.id)), [choice, rows]);
  return {
    choice,
    chosen,
    clear: () => setChoice(NONE),
    toggle: (id: number) => setChoice((before) => toggled(before, id)),
    extend: (cursor: number | null, to: number) => setChoice((before) => rangeTo(rows, before, cursor, to)),
    choose: (ids: readonly number[]) => setChoice({ ids: new Set(ids), anchor: ids[0] ?? null }),
  };
}
export type Chooser = ReturnType<typeof useChoice>;
