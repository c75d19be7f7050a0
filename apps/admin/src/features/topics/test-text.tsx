import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TagResult, TextField, Topic } from '@throughline/schema';
import { useId, useMemo, useState } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { TopicName, topicColour } from '../../ui/topic.tsx';
import { Marked, marksOf } from '../review/marks.tsx';
import { NEW_TOPIC, useTopicEdits } from './drafts.ts';
import { topicCheckQuery, topicTestQuery } from './queries.ts';
import { usePaused } from './use-paused.ts';

/** Milliseconds of silence before a typed text is tried. */
const PAUSE = 250;

interface Tried {
  title: string;
  text: string;
}

interface TopicTestProps {
  topics: readonly Topic[];
  /** The topic whose rules are before one: unsaved changes of it are tried too. */
  edited: string;
}

/** A text is pasted, and the rules answer while one types. */
export function TopicTest({ topics, edited }: TopicTestProps) {
  const m = useMessages();
  const textId = useId();
  const [typed, setTyped] = useState<Tried>({ title: '', text: '' });
  const tried = usePaused(typed, PAUSE);
  const empty = tried.title.trim() === '' && tried.text.trim() === '';
  const draft = useDraft(edited);
  const test = useQuery({
    ...topicTestQuery(tried, draft.usable ? draft.text : null),
    enabled: !empty,
    placeholderData: keepPreviousData,
  });
  return (
    <section className="topic-test" aria-labelledby="topic-test">
      <h2 id="topic-test">{m.topics.test}</h2>
      <p className="soft small">{m.topics.testLead}</p>
      <label className="field">
        <span>{m.topics.testTitle}</span>
        <input
          className="input"
          dir="auto"
          value={typed.title}
          onChange={(event) => setTyped({ ...typed, title: event.target.value })}
        />
      </label>
      <div className="field">
        <label htmlFor={textId}>{m.topics.testText}</label>
        <textarea
          id={textId}
          className="input"
          dir="auto"
          rows={8}
          value={typed.text}
          onChange={(event) => setTyped({ ...typed, text: event.target.value })}
        />
      </div>
      {!empty && draft.text !== null && draft.usable !== null && (
        <p className="soft small">{draft.usable ? m.topics.edit.testDraft : m.topics.edit.testSaved}</p>
      )}
      <div aria-live="polite">
        {!empty && test.error !== null && (
          <QueryProblem error={test.error} retry={() => void test.refetch()} />
        )}
        {!empty && (test.isPending || test.isPlaceholderData) && (
          <p className="soft small">{m.topics.testPending}</p>
        )}
        {!empty && test.data !== undefined && !test.isPlaceholderData && (
          <TestResult tags={test.data} tried={tried} topics={topics} />
        )}
      </div>
    </section>
  );
}

/** Unsaved rules of a topic, and whether they can be used; null while that is not known. */
function useDraft(topic: string): { text: string | null; usable: boolean | null } {
  const text = usePaused(useTopicEdits().get(topic)?.text ?? null, PAUSE);
  const check = useQuery({
    ...topicCheckQuery(text ?? '', topic === NEW_TOPIC ? null : topic),
    enabled: text !== null,
  });
  return { text, usable: text === null ? null : (check.data?.ok ?? null) };
}

interface TestResultProps {
  tags: readonly TagResult[];
  tried: Tried;
  topics: readonly Topic[];
}

function TestResult({ tags, tried, topics }: TestResultProps) {
  const m = useMessages();
  const format = useFormat();
  const colours = useMemo(() => new Map(topics.map((topic) => [topic.id, topic.colour])), [topics]);
  const found = tags.filter((tag) => tag.score > 0).toSorted((a, b) => b.score - a.score);
  if (found.length === 0) return <p className="test-nothing soft">{m.topics.testNothing}</p>;
  const marked = (field: TextField, text: string) => (
    <Marked text={text} marks={marksOf(found, field)} colours={colours} />
  );
  return (
    <div className="test-result">
      <ul className="test-tags">
        {found.map((tag) => {
          const topic = topics.find((candidate) => candidate.id === tag.topic);
          const colour = topic?.colour ?? '#888888';
          return (
            <li key={tag.topic} style={topicColour(colour)}>
              <TopicName colour={colour}>{topic?.name ?? tag.topic}</TopicName>
              <strong>{format.score(tag.score)}</strong>
              <span className="soft small">{tag.relevant ? m.topics.relevant : m.topics.queued}</span>
            </li>
          );
        })}
      </ul>
      {tried.title !== '' && (
        <p className="test-title" dir="auto">
          {marked('title', tried.title)}
        </p>
      )}
      <p className="test-text" dir="auto">
        {marked('text', tried.text)}
      </p>
    </div>
  );
}
