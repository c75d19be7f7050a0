import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { Empty, Loading } from '../../ui/states.tsx';

interface ListPartProps<T> {
  words: { title: string; lead: string; emptyTitle: string; emptyText: string };
  list: UseQueryResult<readonly T[]>;
  /** What adds one. */
  form: ReactNode;
  /** One line of the list, with its key. */
  line(one: T): ReactNode;
}

/** A part of the settings that lists what there is below a form that adds one. */
export function ListPart<T>({ words, list, form, line }: ListPartProps<T>) {
  const m = useMessages();
  if (list.error !== null) return <QueryProblem error={list.error} retry={() => void list.refetch()} />;
  if (list.data === undefined) return <Loading label={m.loading} />;
  return (
    <section>
      <h2>{words.title}</h2>
      <p className="soft small">{words.lead}</p>
      {form}
      {list.data.length === 0 ? (
        <Empty title={words.emptyTitle}>{words.emptyText}</Empty>
      ) : (
        <ul className="settings-list">{list.data.map(line)}</ul>
      )}
    </section>
  );
}
