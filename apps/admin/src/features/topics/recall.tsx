import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Topic } from '@throughline/schema';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
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
  const { estimate } = recall;
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
          disabled={set.isPending}
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
    </section>
  );
}
