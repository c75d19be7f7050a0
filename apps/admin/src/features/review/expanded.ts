import { useQueries } from '@tanstack/react-query';
import type { ItemRow } from '@throughline/schema';
import { useMemo, useState } from 'react';
import { useWithPending } from './decisions.ts';
import { storyItemsQuery } from './queries.ts';
import type { ListedRow } from './row.tsx';

const NO_STORIES: ReadonlySet<string> = new Set();

/** The list as it is shown: under the row of an opened story its other reports. */
export function useExpanded(rows: readonly ItemRow[], grouped: boolean) {
  const [open, setOpen] = useState(NO_STORIES);
  const stories = useMemo(() => [...open], [open]);
  const reports = useQueries({
    queries: stories.map((id) => storyItemsQuery(id)),
    combine: (results) => results.flatMap(({ data }) => data?.pages.flatMap((page) => page.rows) ?? []),
  });
  const current = useWithPending(reports);
  const listed = useMemo(
    () => listRows(rows, grouped ? open : null, current),
    [rows, grouped, open, current],
  );
  return {
    listed,
    /** Opens or closes the story of a row. */
    toggle: ({ story }: ItemRow, to?: boolean) => {
      if (story === null || story.reports < 2 || !grouped) return;
      setOpen((before) => {
        const next = new Set(before);
        if (to ?? !before.has(story.id)) next.add(story.id);
        else next.delete(story.id);
        return next;
      });
    },
  };
}

function listRows(
  rows: readonly ItemRow[],
  open: ReadonlySet<string> | null,
  reports: readonly ItemRow[],
): ListedRow[] {
  if (open === null) return rows.map((row) => asListed(row, false, null));
  const standing = new Set(rows.map((row) => row.id));
  return rows.flatMap((row): ListedRow[] => {
    const several = row.story !== null && row.story.reports > 1;
    if (!several || row.story === null) return [asListed(row, false, null)];
    if (!open.has(row.story.id)) return [asListed(row, false, 'closed')];
    const { id } = row.story;
    const others = reports.filter((report) => report.story?.id === id && !standing.has(report.id));
    return [asListed(row, false, 'open'), ...others.map((report) => asListed(report, true, null))];
  });
}

const known = new WeakMap<ItemRow, ListedRow>();

/** A row that is as it was is the same object again: a decision draws the row that it is about, and no other. */
function asListed(row: ItemRow, nested: boolean, story: ListedRow['story']): ListedRow {
  const before = known.get(row);
  if (before !== undefined && before.nested === nested && before.story === story) return before;
  const listed = { row, nested, story };
  known.set(row, listed);
  return listed;
}
