import type { TermLists, TextField } from '@throughline/schema';
import { useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { textAttributes } from '../../lib/language.ts';
import { Button } from '../../ui/button.tsx';
import { type Problems, ProblemsAt } from './form-field.tsx';
import { type Ending, type MarkedTerm, readTerm, writeTerm } from './term-marks.ts';

/** Languages that are offered; any other can be written in the text. */
const LANGUAGES = ['*', 'en', 'ur', 'ar', 'fa', 'ps', 'fr', 'es', 'ru', 'de', 'pt', 'tr', 'hi', 'zh'];

interface TermListsProps extends Problems {
  lists: TermLists;
  path: string;
  onChange(lists: TermLists): void;
}

/** Where a term can be looked for. */
const FIELDS: readonly TextField[] = ['title', 'summary', 'text'];

/** Terms by language. Each is a button; pressed, its marks can be set. */
export function TermListsForm({ lists, path, problems, onChange }: TermListsProps) {
  const words = useMessages().topics.form;
  const format = useFormat();
  const name = (language: string) => (language === '*' ? words.everyLanguage : format.language(language));
  const missing = LANGUAGES.filter((language) => lists[language] === undefined);
  return (
    <div className="form-terms">
      {Object.entries(lists).map(([language, terms]) => (
        <TermList
          key={language}
          language={language}
          label={name(language)}
          terms={terms}
          path={`${path}.${language}`}
          problems={problems}
          onChange={(next) => onChange({ ...lists, [language]: next })}
        />
      ))}
      <select
        className="input form-language"
        aria-label={words.addLanguage}
        value=""
        onChange={({ target }) => onChange({ ...lists, [target.value]: [] })}
      >
        <option value="">{words.addLanguage}</option>
        {missing.map((language) => (
          <option key={language} value={language}>
            {name(language)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TermListProps extends Problems {
  language: string;
  label: string;
  terms: readonly string[];
  path: string;
  onChange(terms: string[]): void;
}

function TermList({ language, label, terms, path, problems, onChange }: TermListProps) {
  const words = useMessages().topics.form;
  const [open, setOpen] = useState<number | null>(null);
  const [typed, setTyped] = useState('');
  const attributes = textAttributes(language === '*' ? null : language);
  const add = () => {
    const term = typed.trim();
    setTyped('');
    if (term !== '' && !terms.includes(term)) onChange([...terms, term]);
  };
  const chosen = open === null ? undefined : terms[open];
  return (
    <fieldset className="form-term-list" aria-label={words.termsIn(label)}>
      <h4>{label}</h4>
      <ul>
        {terms.map((term, at) => (
          <li key={term}>
            <button
              type="button"
              className="form-term"
              aria-expanded={open === at}
              data-wrong={problems.some((problem) => problem.path === `${path}.${at}`) || undefined}
              onClick={() => setOpen(open === at ? null : at)}
              {...attributes}
            >
              {term}
            </button>
          </li>
        ))}
        <li className="form-add">
          <input
            className="input"
            aria-label={words.addTermIn(label)}
            placeholder={words.addTerm}
            value={typed}
            {...attributes}
            onChange={({ target }) => setTyped(target.value)}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
        </li>
      </ul>
      <ProblemsAt problems={problems} path={path} />
      {open !== null && chosen !== undefined && (
        <TermForm
          term={readTerm(chosen)}
          onChange={(term) => onChange([...terms.slice(0, open), writeTerm(term), ...terms.slice(open + 1)])}
          onRemove={() => {
            onChange(terms.filter((_, at) => at !== open));
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </fieldset>
  );
}

const ENDINGS: readonly Ending[] = ['exact', 'inflected', 'prefix'];

interface TermFormProps {
  term: MarkedTerm;
  onChange(term: MarkedTerm): void;
  onRemove(): void;
  onClose(): void;
}

function TermForm({ term, onChange, onRemove, onClose }: TermFormProps) {
  const m = useMessages();
  const words = m.topics.form;
  return (
    <fieldset
      className="form-gate"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <legend>{words.term}</legend>
      <div className="form-row">
        <input
          className="input"
          aria-label={words.term}
          dir="auto"
          value={term.text}
          onChange={({ target }) => onChange({ ...term, text: target.value })}
        />
        <select
          className="input"
          aria-label={words.ending}
          value={term.ending}
          onChange={({ target }) => onChange({ ...term, ending: target.value as Ending })}
        >
          {ENDINGS.map((ending) => (
            <option key={ending} value={ending}>
              {words.endings[ending]}
            </option>
          ))}
        </select>
        <select
          className="input"
          aria-label={words.field}
          value={term.field ?? ''}
          onChange={({ target }) =>
            onChange({ ...term, field: FIELDS.find((field) => field === target.value) ?? null })
          }
        >
          <option value="">{words.anyField}</option>
          {FIELDS.map((field) => (
            <option key={field} value={field}>
              {words.onlyField(m.review.field[field])}
            </option>
          ))}
        </select>
        <label className="form-inline">
          {words.share}{' '}
          <input
            className="input form-number"
            type="number"
            min={0.1}
            max={5}
            step={0.1}
            value={term.weight}
            onChange={({ target }) => {
              if (target.valueAsNumber > 0) onChange({ ...term, weight: target.valueAsNumber });
            }}
          />
        </label>
        <label className="form-inline">
          <input
            type="checkbox"
            checked={term.capitals}
            onChange={({ target }) => onChange({ ...term, capitals: target.checked })}
          />{' '}
          {words.capitals}
        </label>
      </div>
      <div className="row">
        <Button onClick={onClose}>{words.done}</Button>
        <Button look="plain" onClick={onRemove}>
          {words.removeTerm}
        </Button>
      </div>
    </fieldset>
  );
}
