import { useQuery } from '@tanstack/react-query';
import type { TagExplanation, Topic } from '@throughline/schema';
import { useState } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { signed } from '../../i18n/signed.ts';
import { topicExplainQuery } from './queries.ts';

/** Asked only when it is opened: what made each score of an item, and what was missing where there is none. */
export function WhyDetails({ itemId, topics }: { itemId: number; topics: readonly Topic[] }) {
  const m = useMessages();
  const [open, setOpen] = useState(false);
  const explained = useQuery({ ...topicExplainQuery(itemId), enabled: open });
  const said = explained.data?.filter(hasReasons);
  return (
    <details className="why-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{m.topics.why.title}</summary>
      {open && explained.error !== null && (
        <QueryProblem error={explained.error} retry={() => void explained.refetch()} />
      )}
      {said?.length === 0 && <p className="soft">{m.topics.why.nothing}</p>}
      {said?.map((topic) => (
        <Explanation
          key={topic.topic}
          explained={topic}
          name={topics.find((candidate) => candidate.id === topic.topic)?.name ?? topic.topic}
        />
      ))}
    </details>
  );
}

const hasReasons = ({ score, gates, nearMisses, refused }: TagExplanation) =>
  score > 0 || gates.length > 0 || nearMisses.length > 0 || refused !== null;

function Explanation({ explained, name }: { explained: TagExplanation; name: string }) {
  const m = useMessages();
  const format = useFormat();
  const words = m.topics.why;
  const parts: [string, number][] = [
    [words.base, explained.base],
    ...explained.concepts.map(({ id, added }): [string, number] => [id.replaceAll('-', ' '), added]),
    [words.together, explained.together],
    [words.learned, explained.learned?.correction ?? 0],
  ];
  return (
    <section>
      <h4 dir="auto">
        {name} <span className="soft">{format.score(explained.score)}</span>
      </h4>
      <p>
        {parts
          .filter(([, added]) => Math.abs(added) >= 0.05)
          .map(([part, added]) => `${part} ${signed(added, 1)}`)
          .join(' · ')}
      </p>
      {explained.refused !== null && <p>{words.refused[explained.refused.by]}</p>}
      <ul>
        {explained.gates.map((gate) => (
          <li key={`${gate.rule} ${gate.field} ${gate.start} ${gate.cues}`} dir="auto">
            {gate.because === null
              ? words.lacked(gate.text, gate.cues)
              : words.doubted(gate.text, gate.because.text)}
          </li>
        ))}
        {explained.nearMisses.map((miss) => (
          <li key={`${miss.rule} ${miss.field} ${miss.start} ${miss.missing}`} dir="auto">
            {words.missed(miss.text, miss.missing)}
          </li>
        ))}
      </ul>
    </section>
  );
}
