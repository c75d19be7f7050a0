import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ExportProblem } from '@throughline/schema';
import { useState } from 'react';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { useRefusal } from '../../ui/may.tsx';
import { publishingRulesQuery } from './queries.ts';

const PROBLEMS = [
  'unsupported',
  'contested',
  'stale',
  'missing',
  'image',
] as const satisfies readonly ExportProblem[];

/** What this desk does not let out, for all its storylines. */
export function Refusals() {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const mayNot = useRefusal('editor');
  const { data } = useQuery(publishingRulesQuery);
  // The box follows the hand; what could not be saved goes back.
  const [draft, setDraft] = useState<ExportProblem[] | null>(null);
  const save = useMutation({
    mutationFn: (refuse: ExportProblem[]) => api.publishing.setRules.mutate({ refuse }),
    onError: notSaved,
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: publishingRulesQuery.queryKey });
      setDraft(null);
    },
  });
  if (data === undefined) return null;
  const refuse = draft ?? data.refuse;
  const choose = (problem: ExportProblem, on: boolean) => {
    const next = on ? [...refuse, problem] : refuse.filter((other) => other !== problem);
    setDraft(next);
    save.mutate(next);
  };
  return (
    <details className="refusals">
      <summary>{m.publishing.rules}</summary>
      <fieldset disabled={mayNot !== null} title={mayNot ?? undefined}>
        <legend className="soft">{m.publishing.rulesLead}</legend>
        {PROBLEMS.map((problem) => (
          <label key={problem}>
            <input
              type="checkbox"
              checked={refuse.includes(problem)}
              onChange={(event) => choose(problem, event.target.checked)}
            />
            <span>{m.publishing.problems[problem]}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
