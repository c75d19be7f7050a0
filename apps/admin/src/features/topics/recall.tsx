import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Topic } from '@throughline/schema';
import { useState } from 'react';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { useMay } from '../../ui/may.tsx';
import type { Learned } from './queries.ts';
import { useShare } from './what-if.tsx';

/** What can be chosen beside "usual" and "off". */
const SHARES = [0.005, 0.01, 0.02, 0.05];

/** How much of what matters the queue holds, estimated from a small sample of what falls below it. */
export function Recall({ topic, recall }: { topic: Topic; recall: Learned['recall'] }) {
  const words = useMessages().topics.sampling;
  const share = useShare();
  const format = useFormat();
  const queryClient = useQueryClient();
  const onError = useNotSaved();
  const set = useMutation({
    mutationFn: (value: number | null) => api.topics.setSampling.mutate({ id: topic.id, share: value }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['topics'] }),
    onError,
  });
  // Shown at once, until the desk has answered.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const setDesk = useMutation({
    mutationFn: (on: boolean) => api.topics.setDeskSampling.mutate({ on }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['topics'] }),
    onError,
    onSettled: () => setWanted(null),
  });
  const may = useMay('editor');
  const { estimate, deskSamples } = recall;
  return (
    <section className="topic-recall">
      <h3>{words.title}</h3>
      {estimate === null ? (
        <p>{words.unknown}</p>
      ) : (
        <p>
          <strong>{share(estimate.value)}</strong> {words.interval(share(estimate.low), share(estimate.high))}
        </p>
      )}
      <p className="soft small">
        {words.below(format.number(recall.below))}{' '}
        {recall.sampled > 0 && `${words.judged(recall.sampled, recall.missed)} `}
        {recall.waiting > 0 && words.waiting(recall.waiting)}
      </p>
      <label className="row">
        <span>{words.share}</span>
        <select
          className="input"
          value={topic.sampledShare ?? 'usual'}
          disabled={!may || !deskSamples || set.isPending}
          onChange={({ target }) => set.mutate(target.value === 'usual' ? null : Number(target.value))}
        >
          <option value="usual">{words.usual}</option>
          <option value={0}>{words.off}</option>
          {SHARES.map((value) => (
            <option key={value} value={value}>
              {words.oneIn(Math.round(1 / value))}
            </option>
          ))}
        </select>
      </label>
      <label className="row">
        <input
          type="checkbox"
          checked={wanted ?? deskSamples}
          disabled={!may || setDesk.isPending}
          onChange={({ target }) => {
            setWanted(target.checked);
            setDesk.mutate(target.checked);
          }}
        />
        <span>{words.desk}</span>
      </label>
      {!deskSamples && <p className="soft small">{words.deskOff}</p>}
    </section>
  );
}
