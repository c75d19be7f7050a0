import type { TopicProblem } from '@throughline/schema';
import { type ReactNode, useId } from 'react';
import { faultWords } from '../../i18n/fault-words.ts';
import { useMessages } from '../../i18n/messages.tsx';

export interface Problems {
  problems: readonly TopicProblem[];
}

/** For the heading of a part that is closed: something in it is wrong. */
export const isWrong = (problems: readonly TopicProblem[], path: string): true | undefined =>
  problems.some((problem) => problem.path.startsWith(`${path}.`)) || undefined;

/** What is wrong at one place of the form, beside it. */
export function ProblemsAt({ problems, path, id }: Problems & { path: string; id?: string }) {
  const here = problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
  if (here.length === 0) return null;
  return (
    <ul className="form-problem" id={id}>
      {here.map((problem) => (
        <Wrong key={`${problem.path} ${problem.message}`} problem={problem} />
      ))}
    </ul>
  );
}

function Wrong({ problem }: { problem: TopicProblem }) {
  const m = useMessages();
  const { what, expected } = faultWords(m, problem);
  return (
    <li>
      {what}.{expected !== undefined && <span className="soft"> {m.faults.expected(expected)}</span>}
    </li>
  );
}

interface FieldProps extends Problems {
  label: string;
  path: string;
  hint?: string;
  children(attributes: {
    id: string;
    'aria-describedby': string;
    'aria-invalid': boolean | undefined;
  }): ReactNode;
}

/** A labelled control with what is wrong about it. */
export function FormField({ label, path, hint, problems, children }: FieldProps) {
  const id = useId();
  const wrong = problems.some((problem) => problem.path === path);
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-about`, 'aria-invalid': wrong || undefined })}
      <div id={`${id}-about`}>
        {hint !== undefined && <p className="soft small">{hint}</p>}
        <ProblemsAt problems={problems} path={path} />
      </div>
    </div>
  );
}

interface NumberFieldProps extends Problems {
  label: string;
  path: string;
  hint?: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange(value: number): void;
}

export function NumberField({ value, min, max, step, onChange, ...rest }: NumberFieldProps) {
  return (
    <FormField {...rest}>
      {(attributes) => (
        <input
          {...attributes}
          className="input form-number"
          type="number"
          inputMode="decimal"
          min={min}
          max={max}
          step={step}
          value={value}
          onChange={({ target }) => {
            if (!Number.isNaN(target.valueAsNumber)) onChange(target.valueAsNumber);
          }}
        />
      )}
    </FormField>
  );
}

/** A name made of what was typed: small letters, digits and hyphens. */
export const asName = (typed: string): string =>
  typed
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-/g, '');
