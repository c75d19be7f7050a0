import { useQuery } from '@tanstack/react-query';
import type { TopicDefinition, TopicProblem } from '@throughline/schema';
import { useEffect, useState } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Loading } from '../../ui/states.tsx';
import { FormConcepts } from './form-concepts.tsx';
import { FormCues, FormHead, FormWhole } from './form-parts.tsx';
import { topicCheckQuery } from './queries.ts';
import { usePaused } from './use-paused.ts';

interface RuleFormProps {
  /** The rules as text, which the form and the text editor share. */
  text: string;
  /** A topic that is stored keeps its name in addresses; null: it is not there yet. */
  topicId: string | null;
  onChange(text: string): void;
  /** It holds changes that are not in the text (yet): they cannot be saved. */
  onHold(holds: boolean): void;
}

/** The rules as a form. What is changed here is written as text at once, so both ways show the same rules. */
export function RuleForm({ text, topicId, onChange, onHold }: RuleFormProps) {
  const m = useMessages();
  const [draft, setDraft] = useState<TopicDefinition | null>(null);
  const [problems, setProblems] = useState<readonly TopicProblem[]>([]);
  const [written, setWritten] = useState<string | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const read = useQuery({ ...topicCheckQuery(text, topicId), enabled: text !== written });
  const paused = usePaused(draft, 300);

  // Rules that came from elsewhere (the text, a proposal, a colleague) replace what the form holds.
  useEffect(() => {
    if (text === written || read.data?.ok !== true) return;
    setDraft(read.data.definition);
    setWritten(text);
    setProblems([]);
    onHold(false);
  }, [text, written, read.data, onHold]);

  useEffect(() => {
    if (paused === null || paused !== draft || failure !== null) return;
    let over = false;
    const take = (answer: Awaited<ReturnType<typeof api.topics.print.query>>) => {
      if (over) return;
      setProblems(answer.ok ? [] : answer.problems);
      if (!answer.ok) return;
      onHold(false);
      if (answer.text === written) return;
      setWritten(answer.text);
      onChange(answer.text);
    };
    api.topics.print.query(paused).then(take, (error) => {
      if (!over) setFailure(error);
    });
    return () => {
      over = true;
    };
  }, [paused, draft, written, failure, onChange, onHold]);

  if (draft === null) {
    return read.data?.ok === false ? (
      <p role="alert">{m.topics.form.mendText}</p>
    ) : (
      <Loading label={m.loading} />
    );
  }
  const change = (part: Partial<TopicDefinition>) => {
    onHold(true);
    setDraft({ ...draft, ...part });
  };
  const names = [...draft.cues, ...draft.concepts].map((part) => part.id);
  return (
    <div className="rule-form">
      {failure !== null && <QueryProblem error={failure} retry={() => setFailure(null)} />}
      {problems.length > 0 && (
        <p className="form-problem" role="alert">
          {m.topics.form.problems(problems.length)}
        </p>
      )}
      <FormHead topic={draft} problems={problems} idFixed={topicId !== null} onChange={change} />
      <FormConcepts
        topic={draft}
        names={names}
        problems={problems}
        onChange={(concepts) => change({ concepts })}
      />
      <FormCues topic={draft} problems={problems} onChange={(cues) => change({ cues })} />
      <FormWhole topic={draft} problems={problems} onChange={change} />
    </div>
  );
}
