import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import type { api } from '../../lib/api.ts';
import { topicWhatIfQuery } from './queries.ts';

type Answer = Extract<Awaited<ReturnType<typeof api.topics.whatIf.query>>, { ok: true }>;

const SPANS = [7, 30, 90, 365] as const;

/** What saving these rules would do to the stored items, asked before it is done. */
export function WhatIf({ text }: { text: string }) {
  const m = useMessages();
  const [days, setDays] = useState<number>(30);
  const answer = useQuery(topicWhatIfQuery(text, days));
  return (
    <section className="what-if" aria-labelledby="what-if" aria-live="polite">
      <header className="row">
        <h3 id="what-if">{m.topics.edit.whatIf}</h3>
        <select
          className="input"
          aria-label={m.topics.edit.span}
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
        >
          {SPANS.map((span) => (
            <option key={span} value={span}>
              {m.topics.edit.days(span)}
            </option>
          ))}
        </select>
      </header>
      {answer.error !== null ? (
        <QueryProblem error={answer.error} retry={() => void answer.refetch()} />
      ) : answer.data === undefined ? (
        <p className="soft">{m.topics.edit.trying}</p>
      ) : (
        answer.data.ok && <Outcome answer={answer.data} />
      )}
    </section>
  );
}

function Outcome({ answer }: { answer: Answer }) {
  const m = useMessages();
  const words = m.topics.edit;
  const said = [
    answer.gainedRight > 0 && words.gainedRight(answer.gainedRight),
    answer.gainedWrong > 0 && words.gainedWrong(answer.gainedWrong),
    answer.lostWrong > 0 && words.lostWrong(answer.lostWrong),
    answer.lostRight > 0 && words.lostRight(answer.lostRight),
  ].filter((sentence) => sentence !== false);
  return (
    <>
      <p>
        <strong className="gain">+{answer.gained}</strong> <strong className="loss">−{answer.lost}</strong>{' '}
        <span className="soft">{words.ofItems(answer.items)}</span>
      </p>
      {said.length > 0 && <p>{said.join(' ')}</p>}
      <Measures before={answer.before} after={answer.after} />
      <Named title={words.gained(answer.gained)} items={answer.gainedItems} />
      <Named title={words.lost(answer.lost)} items={answer.lostItems} />
    </>
  );
}

/** Precision and recall by the verdicts, before and after. */
export function Measures({ before, after }: Pick<Answer, 'before' | 'after'>) {
  const m = useMessages();
  const share = useShare();
  const rows = [
    [m.topics.quality.precision, before.precision, after.precision],
    [m.topics.quality.recall, before.recall, after.recall],
  ] as const;
  if (rows.every(([, was, is]) => was === null && is === null))
    return <p className="soft small">{m.topics.quality.noVerdicts}</p>;
  return (
    <dl className="measures">
      {rows.map(([name, was, is]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {share(was)} → <strong>{share(is)}</strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** 0.934 -> "93%"; null -> a dash. */
export function useShare(): (value: number | null) => string {
  const format = useFormat();
  return (value) => (value === null ? '–' : `${format.number(Math.round(value * 100))}%`);
}

function Named({ title, items }: { title: string; items: Answer['gainedItems'] }) {
  if (items.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul className="named-items">
        {items.map((item) => (
          <li key={item.id}>
            <Link
              to="/review/$view"
              params={{ view: 'everything' }}
              search={{ item: item.id, flat: true }}
              dir="auto"
            >
              {item.title}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
