import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Topic, TopicProblem } from '@throughline/schema';
import { useCallback, useId, useRef, useState } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { faultWords } from '../../i18n/fault-words.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api, failureOf } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';
import { NEW_TOPIC, setTopicEdit, type TopicEdit, useTopicEdits } from './drafts.ts';
import { topicCheckQuery, topicTextQuery } from './queries.ts';
import { RuleForm } from './rule-form.tsx';
import { jumpTo, RuleText } from './rule-text.tsx';
import { placeOf } from './text-place.ts';
import { usePaused } from './use-paused.ts';
import { WhatIf } from './what-if.tsx';

/** Milliseconds of silence before what was typed is checked. */
const PAUSE = 350;

/** The rules of a topic as text: checked while one types, tried on the stored items, then saved as a version. */
export function TopicEditor({ topic }: { topic: Topic }) {
  const m = useMessages();
  const stored = useQuery(topicTextQuery(topic.id));
  const edit = useTopicEdits().get(topic.id);
  if (stored.data === undefined) {
    return stored.error === null ? (
      <Loading label={m.loading} />
    ) : (
      <QueryProblem error={stored.error} retry={() => void stored.refetch()} />
    );
  }
  return <RuleEditor name={topic.id} edit={edit ?? stored.data} stored={stored.data} />;
}

/** Rules for a topic that is not there yet. */
export function NewTopicEditor() {
  const m = useMessages();
  const edit = useTopicEdits().get(NEW_TOPIC) ?? { text: m.topics.edit.template, version: 0 };
  return <RuleEditor name={NEW_TOPIC} edit={edit} stored={null} />;
}

interface RuleEditorProps {
  name: string;
  edit: TopicEdit;
  /** As it is on the desk; null: it is not there yet. */
  stored: TopicEdit | null;
}

function RuleEditor({ name, edit, stored }: RuleEditorProps) {
  const m = useMessages();
  const field = useRef<HTMLTextAreaElement>(null);
  const problemsId = useId();
  const [tried, setTried] = useState<string | null>(null);
  const [way, setWay] = useState<'form' | 'text'>('form');
  const [formHolds, setFormHolds] = useState(false);
  // Another form in its place: what it holds and could not write goes with it.
  const [forms, setForms] = useState(0);
  const words = m.topics.form;
  const change = useCallback(
    (text: string) => setTopicEdit(name, { text, version: edit.version }),
    [name, edit.version],
  );
  const checked = usePaused(edit.text, PAUSE);
  const topic = stored === null ? null : name;
  const check = useQuery(topicCheckQuery(checked, topic));
  const current = checked === edit.text && check.data !== undefined;
  const problems = check.data?.ok === false && current ? check.data.problems : [];
  const changed = stored === null || edit.text !== stored.text;
  const save = useSave(name, edit);
  const drop = () => {
    setTopicEdit(name, null);
    setFormHolds(false);
    setForms((n) => n + 1);
  };
  const usable = current && check.data?.ok === true && changed && !(way === 'form' && formHolds);
  return (
    <div className="rule-editor">
      {stored !== null && stored.version > edit.version && changed && (
        <Conflict name={name} edit={edit} stored={stored} />
      )}
      <fieldset className="edit-ways" aria-label={words.label}>
        {(['form', 'text'] as const).map((one) => (
          <Button
            key={one}
            look={way === one ? 'framed' : 'plain'}
            aria-pressed={way === one}
            disabled={formHolds}
            onClick={() => setWay(one)}
          >
            {one === 'form' ? words.asForm : words.asText}
          </Button>
        ))}
      </fieldset>
      {way === 'form' ? (
        <RuleForm key={forms} text={edit.text} topicId={topic} onChange={change} onHold={setFormHolds} />
      ) : (
        <div className="rule-scroll">
          <RuleText
            field={field}
            value={edit.text}
            problems={problems}
            describedBy={problemsId}
            onChange={change}
          />
        </div>
      )}
      <div className="rule-foot">
        {way === 'text' && (
          <div id={problemsId} className="rule-faults" aria-live="polite">
            {problems.length > 0 ? (
              <Problems
                text={edit.text}
                problems={problems}
                onGo={(position) => jumpTo(field.current, edit.text, position)}
              />
            ) : (
              <p className="soft small">{current ? m.topics.edit.fine : m.topics.edit.checking}</p>
            )}
          </div>
        )}
        <div className="row">
          <Button needs="curator" disabled={!usable} onClick={() => setTried(edit.text)}>
            {m.topics.edit.tryIt}
          </Button>
          <Button
            needs="editor"
            look="primary"
            disabled={!usable || save.isPending}
            onClick={() => save.mutate(undefined, { onSuccess: () => setTried(null) })}
          >
            {stored === null ? m.topics.edit.add : m.topics.edit.save}
          </Button>
          {((changed && stored !== null) || formHolds) && (
            <Button look="plain" onClick={drop}>
              {m.topics.edit.drop}
            </Button>
          )}
        </div>
      </div>
      {tried !== null && tried === edit.text && <WhatIf text={tried} />}
    </div>
  );
}

function useSave(name: string, edit: TopicEdit) {
  const m = useMessages();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const notSaved = useNotSaved();
  return useMutation({
    mutationFn: () =>
      name === NEW_TOPIC
        ? api.topics.add.mutate({ text: edit.text })
        : api.topics.save.mutate({ id: name, text: edit.text, version: edit.version }),
    onSuccess: async (topic) => {
      await queryClient.invalidateQueries({ queryKey: ['topics'] });
      setTopicEdit(name, null);
      showToast(m.topics.edit.saved(topic.name, topic.version));
      if (name === NEW_TOPIC) await navigate({ to: '/topics', search: { topic: topic.id } });
    },
    onError: (error) => {
      // Read again: the newer version shows itself above the text, with what can be done about it.
      if (failureOf(error).kind === 'conflict') void queryClient.invalidateQueries({ queryKey: ['topics'] });
      notSaved(error);
    },
  });
}

/** Somebody else saved meanwhile: nothing is lost, and a person decides which rules stand. */
function Conflict({ name, edit, stored }: { name: string; edit: TopicEdit; stored: TopicEdit }) {
  const words = useMessages().topics.edit;
  return (
    <div className="rule-conflict" role="alert">
      <p>{words.conflict(stored.version)}</p>
      <div className="row">
        <Button onClick={() => setTopicEdit(name, null)}>{words.takeTheirs}</Button>
        <Button onClick={() => setTopicEdit(name, { text: edit.text, version: stored.version })}>
          {words.keepMine}
        </Button>
      </div>
    </div>
  );
}

interface ProblemsProps {
  text: string;
  problems: readonly TopicProblem[];
  onGo(position: number): void;
}

function Problems({ text, problems, onGo }: ProblemsProps) {
  const m = useMessages();
  return (
    <ul className="rule-problems">
      {problems.map((problem) => {
        const { what, expected } = faultWords(m, problem);
        return (
          <li key={`${problem.path} ${problem.position} ${problem.message}`}>
            <PlaceButton text={text} position={problem.position} onGo={onGo} />
            <span>{what}.</span>
            {expected !== undefined && <span className="soft">{m.faults.expected(expected)}</span>}
          </li>
        );
      })}
    </ul>
  );
}

interface PlaceButtonProps {
  text: string;
  position: number | undefined;
  onGo(position: number): void;
}

function PlaceButton({ text, position, onGo }: PlaceButtonProps) {
  const words = useMessages().topics.edit;
  if (position === undefined) return null;
  const { line, column } = placeOf(text, position);
  return (
    <button type="button" className="text-button" onClick={() => onGo(position)}>
      {words.place(line, column)}
    </button>
  );
}
