import type { GateReach, TopicConcept, TopicDefinition, TopicGate } from '@throughline/schema';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { asName, FormField, isWrong, NumberField, type Problems, ProblemsAt } from './form-field.tsx';
import { TermListsForm } from './form-terms.tsx';

interface ConceptsProps extends Problems {
  topic: TopicDefinition;
  /** What gates can refer to. */
  names: readonly string[];
  onChange(concepts: TopicConcept[]): void;
}

/** What speaks for the topic, and what against it. */
export function FormConcepts({ topic: { concepts }, names, problems, onChange }: ConceptsProps) {
  const words = useMessages().topics.form;
  return (
    <fieldset className="form-part">
      <legend>{words.concepts}</legend>
      <p className="soft small">{words.conceptsHint}</p>
      <ProblemsAt problems={problems.filter((problem) => problem.path === 'concepts')} path="concepts" />
      {concepts.map((concept, at) => (
        // Concepts have no identity but their place: their names are what is being typed.
        <details className="form-block" key={at} open={concepts.length === 1}>
          <summary data-wrong={isWrong(problems, `concepts.${at}`)}>
            {concept.id || words.unnamed} <span className="soft small">{words.weightOf(concept.weight)}</span>
          </summary>
          <ConceptForm
            concept={concept}
            path={`concepts.${at}`}
            names={names.filter((name) => name !== concept.id)}
            problems={problems}
            onChange={(next) => onChange(concepts.with(at, next))}
          />
          <Button look="plain" onClick={() => onChange(concepts.toSpliced(at, 1))}>
            {words.removeConcept(concept.id)}
          </Button>
        </details>
      ))}
      <div>
        <Button
          onClick={() =>
            onChange([
              ...concepts,
              { id: `concept-${concepts.length + 1}`, weight: 2, terms: { en: [] }, gates: [] },
            ])
          }
        >
          {words.addConcept}
        </Button>
      </div>
    </fieldset>
  );
}

interface ConceptProps extends Problems {
  concept: TopicConcept;
  path: string;
  names: readonly string[];
  onChange(concept: TopicConcept): void;
}

function ConceptForm({ concept, path, names, problems, onChange }: ConceptProps) {
  const words = useMessages().topics.form;
  const { gates } = concept;
  const setGates = (next: TopicGate[]) => onChange({ ...concept, gates: next });
  return (
    <>
      <div className="form-row">
        <FormField label={words.name} path={`${path}.id`} problems={problems}>
          {(field) => (
            <input
              {...field}
              className="input"
              value={concept.id}
              onChange={({ target }) => onChange({ ...concept, id: asName(target.value) })}
            />
          )}
        </FormField>
        <NumberField
          label={words.weight}
          path={`${path}.weight`}
          hint={words.weightHint}
          problems={problems}
          value={concept.weight}
          min={-10}
          max={10}
          step={0.1}
          onChange={(weight) => onChange({ ...concept, weight })}
        />
        <FormField label={words.facet} path={`${path}.facet`} problems={problems}>
          {(field) => (
            <input
              {...field}
              className="input"
              dir="auto"
              value={concept.facet ?? ''}
              onChange={({ target }) => {
                const { facet: _facet, ...rest } = concept;
                onChange(target.value === '' ? rest : { ...rest, facet: target.value });
              }}
            />
          )}
        </FormField>
      </div>
      <TermListsForm
        lists={concept.terms}
        path={`${path}.terms`}
        problems={problems}
        onChange={(terms) => onChange({ ...concept, terms })}
      />
      {gates.map((gate, at) => (
        <GateForm
          key={at}
          gate={gate}
          path={`${path}.gates.${at}`}
          names={names}
          problems={problems}
          onChange={(next) => setGates(gates.with(at, next))}
          onRemove={() => setGates(gates.toSpliced(at, 1))}
        />
      ))}
      {names.length > 0 && (
        <div>
          <Button
            look="plain"
            onClick={() =>
              setGates([...gates, { kind: 'require', any: names.slice(0, 1), within: 12, by: 1 }])
            }
          >
            {words.addGate}
          </Button>
        </div>
      )}
    </>
  );
}

const REACHES = ['words', 'sentence', 'field', 'item'] as const;

interface GateProps extends Problems {
  gate: TopicGate;
  path: string;
  names: readonly string[];
  onChange(gate: TopicGate): void;
  onRemove(): void;
}

function GateForm({ gate, path, names, problems, onChange, onRemove }: GateProps) {
  const words = useMessages().topics.form;
  const reach = typeof gate.within === 'number' ? 'words' : gate.within;
  const far = (value: (typeof REACHES)[number]): GateReach => (value === 'words' ? 12 : value);
  return (
    <fieldset className="form-gate">
      <legend>{words.gate}</legend>
      <div className="form-row">
        <select
          className="input"
          aria-label={words.gateKind}
          value={gate.kind}
          onChange={({ target }) =>
            onChange(
              target.value === 'require'
                ? { ...gate, kind: 'require', by: 1 }
                : { ...gate, kind: 'penalise', by: 0.8 },
            )
          }
        >
          <option value="require">{words.require}</option>
          <option value="penalise">{words.penalise}</option>
        </select>
        <select
          className="input"
          aria-label={words.gateReach}
          value={reach}
          onChange={({ target }) =>
            onChange({ ...gate, within: far(target.value as (typeof REACHES)[number]) })
          }
        >
          {REACHES.map((value) => (
            <option key={value} value={value}>
              {words.reach[value]}
            </option>
          ))}
        </select>
        {typeof gate.within === 'number' && (
          <NumberField
            label={words.words}
            path={`${path}.within`}
            problems={problems}
            value={gate.within}
            min={1}
            max={100}
            step={1}
            onChange={(within) => onChange({ ...gate, within })}
          />
        )}
        {gate.kind === 'penalise' && (
          <NumberField
            label={words.loses}
            path={`${path}.by`}
            problems={problems}
            value={gate.by}
            min={0}
            max={1}
            step={0.05}
            onChange={(by) => onChange({ ...gate, by })}
          />
        )}
      </div>
      <div className="form-choices">
        {names.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={gate.any.includes(name)}
              onChange={({ target }) =>
                onChange({
                  ...gate,
                  any: target.checked ? [...gate.any, name] : gate.any.filter((one) => one !== name),
                })
              }
            />{' '}
            {name}
          </label>
        ))}
      </div>
      <ProblemsAt problems={problems} path={`${path}.any`} />
      <Button look="plain" onClick={onRemove}>
        {words.removeGate}
      </Button>
    </fieldset>
  );
}
