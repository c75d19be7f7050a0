import type { TopicDefinition } from '@throughline/schema';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { asName, FormField, isWrong, NumberField, type Problems } from './form-field.tsx';
import { TermListsForm } from './form-terms.tsx';

interface PartProps extends Problems {
  topic: TopicDefinition;
  onChange(part: Partial<TopicDefinition>): void;
}

/** Its names, and from which scores it counts. */
export function FormHead({ topic, problems, idFixed, onChange }: PartProps & { idFixed: boolean }) {
  const words = useMessages().topics.form;
  const { thresholds } = topic;
  return (
    <fieldset className="form-part">
      <legend>{words.topic}</legend>
      <FormField label={words.title} path="name" problems={problems}>
        {(field) => (
          <input
            {...field}
            className="input"
            dir="auto"
            value={topic.name}
            onChange={({ target }) => onChange({ name: target.value })}
          />
        )}
      </FormField>
      {!idFixed && (
        <FormField label={words.id} path="id" hint={words.idHint} problems={problems}>
          {(field) => (
            <input
              {...field}
              className="input"
              value={topic.id}
              onChange={({ target }) => onChange({ id: asName(target.value) })}
            />
          )}
        </FormField>
      )}
      <FormField label={words.about} path="description" problems={problems}>
        {(field) => (
          <textarea
            {...field}
            className="input"
            dir="auto"
            rows={2}
            value={topic.description}
            onChange={({ target }) => onChange({ description: target.value })}
          />
        )}
      </FormField>
      <div className="form-row">
        {(['relevant', 'queue'] as const).map((one) => (
          <NumberField
            key={one}
            label={one === 'relevant' ? words.relevantFrom : words.queueFrom}
            path={`thresholds.${one}`}
            problems={problems}
            value={thresholds[one]}
            min={0.01}
            max={0.99}
            step={0.05}
            onChange={(value) => onChange({ thresholds: { ...thresholds, [one]: value } })}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Words that gates and conditions refer to. */
export function FormCues({
  topic: { cues },
  problems,
  onChange,
}: Problems & { topic: TopicDefinition; onChange(cues: TopicDefinition['cues']): void }) {
  const words = useMessages().topics.form;
  const set = (at: number, cue: TopicDefinition['cues'][number]) => onChange(cues.with(at, cue));
  return (
    <fieldset className="form-part">
      <legend>{words.cues}</legend>
      <p className="soft small">{words.cuesHint}</p>
      {cues.map((cue, at) => (
        // Cues have no identity but their place: their names are what is being typed.
        <details className="form-block" key={at}>
          <summary data-wrong={isWrong(problems, `cues.${at}`)}>{cue.id || words.unnamed}</summary>
          <FormField label={words.name} path={`cues.${at}.id`} problems={problems}>
            {(field) => (
              <input
                {...field}
                className="input"
                value={cue.id}
                onChange={({ target }) => set(at, { ...cue, id: asName(target.value) })}
              />
            )}
          </FormField>
          <TermListsForm
            lists={cue.terms}
            path={`cues.${at}.terms`}
            problems={problems}
            onChange={(terms) => set(at, { ...cue, terms })}
          />
          <Button look="plain" onClick={() => onChange(cues.toSpliced(at, 1))}>
            {words.removeCue(cue.id)}
          </Button>
        </details>
      ))}
      <div>
        <Button onClick={() => onChange([...cues, { id: `cue-${cues.length + 1}`, terms: { en: [] } }])}>
          {words.addCue}
        </Button>
      </div>
    </fieldset>
  );
}

/** What holds for the whole item: phrases that do not count, and conditions. */
export function FormWhole({ topic, problems, onChange }: PartProps) {
  const m = useMessages();
  const words = m.topics.form;
  const conditions = [
    ['must', m.topics.must],
    ['mustNot', m.topics.mustNot],
  ] as const;
  return (
    <fieldset className="form-part">
      <legend>{words.whole}</legend>
      <details className="form-block">
        <summary data-wrong={isWrong(problems, 'except')}>{m.topics.except}</summary>
        <p className="soft small">{words.exceptHint}</p>
        <TermListsForm
          lists={topic.except}
          path="except"
          problems={problems}
          onChange={(except) => onChange({ except })}
        />
      </details>
      {conditions.map(([name, label]) => (
        <FormField key={name} label={label} path={name} hint={words.conditionHint} problems={problems}>
          {(field) => (
            <textarea
              {...field}
              className="input rule-query"
              dir="auto"
              rows={2}
              spellCheck={false}
              value={topic[name] ?? ''}
              onChange={({ target }) => onChange({ [name]: target.value === '' ? undefined : target.value })}
            />
          )}
        </FormField>
      ))}
    </fieldset>
  );
}
