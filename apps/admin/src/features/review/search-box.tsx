import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  type KeyboardEvent,
  type RefObject,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { faultWords } from '../../i18n/fault-words.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Icon } from '../../ui/icons.tsx';
import { sourcesQuery } from '../sources/queries.ts';
import { topicsQuery } from '../topics/queries.ts';
import { type FieldValue, type FieldValues, type Suggestion, suggest } from './completion.ts';
import { queryFaultQuery } from './queries.ts';
import './search-box.css';

interface SearchBoxProps {
  /** What the list is searched for now; '' for nothing. */
  applied: string;
  field: RefObject<HTMLInputElement | null>;
  onApply(query: string): void;
}

/** The query language with completion, and with its faults pointed at while one types. */
export function SearchBox({ applied, field, onApply }: SearchBoxProps) {
  const m = useMessages();
  const id = useId();
  const [typed, setTyped] = useState(applied);
  const [focused, setFocused] = useState(false);
  const [caret, setCaret] = useState(applied.length);
  /** The suggestion under the cursor; -1: the query as typed. */
  const [at, setAt] = useState(-1);
  const [closed, setClosed] = useState(false);
  useEffect(() => setTyped(applied), [applied]);
  const values = useFieldValues(focused);
  const suggestions = useMemo(() => suggest(typed, caret, values), [typed, caret, values]);
  const open = focused && !closed && suggestions.length > 0;
  const change = (query: string, place: number) => {
    setTyped(query);
    setCaret(place);
    setAt(-1);
    setClosed(false);
  };
  const take = ({ query, caret: place }: Suggestion) => {
    // At once: a letter typed before the next frame belongs after the completed word.
    flushSync(() => change(query, place));
    field.current?.setSelectionRange(place, place);
  };
  const apply = () => {
    setClosed(true);
    onApply(typed.trim());
    field.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = suggestions[at];
    if (open && step !== undefined)
      setAt(((at + 1 + step + suggestions.length + 1) % (suggestions.length + 1)) - 1);
    else if (open && chosen !== undefined && (event.key === 'Enter' || event.key === 'Tab')) take(chosen);
    else if (open && event.key === 'Tab' && !event.shiftKey && suggestions[0] !== undefined && typed !== '')
      take(suggestions[0]);
    else if (event.key === 'Escape' && open && typed !== '') setClosed(true);
    else if (event.key === 'Escape') field.current?.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="search-box">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <Icon name="search" />
        <input
          ref={field}
          type="search"
          className="input"
          dir="auto"
          role="combobox"
          aria-label={m.review.search}
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-activedescendant={open && at !== -1 ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          aria-describedby={`${id}-fault`}
          placeholder={m.review.searchPlaceholder}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            const { value, selectionStart } = event.target;
            change(value, selectionStart ?? value.length);
            if (value === '' && applied !== '') onApply('');
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? typed.length)}
          onFocus={() => {
            setFocused(true);
            setClosed(false);
          }}
          onBlur={() => setFocused(false)}
          onKeyDown={onKeyDown}
        />
      </form>
      {open && (
        <div
          className="search-suggestions"
          role="listbox"
          id={`${id}-list`}
          aria-label={m.review.suggestions}
        >
          {suggestions.map((suggestion, n) => (
            <button
              type="button"
              key={suggestion.text}
              id={`${id}-${n}`}
              role="option"
              tabIndex={-1}
              aria-selected={n === at}
              // The field keeps the cursor.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(suggestion)}
            >
              <span dir="auto">{suggestion.text}</span>
              <span className="soft" dir="auto">
                {suggestion.label ?? (suggestion.text.endsWith(':') ? m.review.fields[suggestion.field] : '')}
              </span>
            </button>
          ))}
        </div>
      )}
      <QueryFaultLine id={`${id}-fault`} query={focused ? typed : applied} finished={!focused} />
    </search>
  );
}

/** Points at the place that cannot be read; while one still types, faults at the very end are only unfinished words. */
function QueryFaultLine({ id, query, finished }: { id: string; query: string; finished: boolean }) {
  const m = useMessages();
  const asked = useDeferredValue(query.trim());
  const { data } = useQuery({
    ...queryFaultQuery(asked),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const fault = asked === '' ? null : data;
  if (!fault || (!finished && fault.position >= asked.length)) return <div id={id} />;
  const said = faultWords(m, fault);
  const word = /^\S*/.exec(asked.slice(fault.position))?.[0] ?? '';
  return (
    <div id={id} className="query-fault" role="status">
      <code dir="auto">
        {asked.slice(0, fault.position)}
        <mark>{word === '' ? '\u2423' : word}</mark>
        {asked.slice(fault.position + word.length)}
      </code>
      <span>{said.what}.</span>
      {said.expected !== undefined && <span className="soft">{m.faults.expected(said.expected)}</span>}
    </div>
  );
}

const STATES = [
  'unreviewed',
  'reviewed',
  'relevant',
  'rejected',
  'starred',
  'snoozed',
  'doubted',
  'queued',
  'edited',
  'cited',
  'by-hand',
] as const;
const REASONS = ['wrong_sense', 'wrong_place', 'too_minor', 'duplicate', 'other'] as const;

/** What each field can be completed with; read when the box is first entered. */
function useFieldValues(wanted: boolean): FieldValues {
  const m = useMessages();
  const topics = useQuery({ ...topicsQuery, enabled: wanted });
  const sources = useQuery({ ...sourcesQuery, enabled: wanted });
  return useMemo(() => {
    const names = (list: readonly string[]): FieldValue[] =>
      [...new Set(list)].sort((a, b) => a.localeCompare(b)).map((value) => ({ value }));
    const words = (list: readonly string[]) => list.map((value) => ({ value }));
    const languages = sources.data?.flatMap(({ language }) => language?.toLowerCase().split('-')[0] ?? []);
    return {
      topic: topics.data?.map(({ id, name }) => ({ value: id, label: name })) ?? [],
      source: names(sources.data?.map(({ title }) => title) ?? []),
      publisher: names(sources.data?.map(({ publisher }) => publisher.name) ?? []),
      lang: names([...(languages ?? []), 'en', 'ur', 'ar']),
      is: STATES.map((value) => ({ value, label: m.review.states[value] })),
      reason: REASONS.map((value) => ({ value, label: m.review.reasons[value] })),
      score: words(['>0.6', '>0.8', '<0.4']),
      reports: words(['>1', '>3', '>10']),
      after: words(['today', 'yesterday', '7d', '2025-04-01']),
      before: words(['today', '7d', '2025-04-01']),
      on: words(['today', 'yesterday', '2025-04-07', '2025-04']),
      by: words(['me']),
    };
  }, [m, sources.data, topics.data]);
}
