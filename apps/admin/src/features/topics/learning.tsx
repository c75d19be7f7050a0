import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Topic } from '@throughline/schema';
import { useState } from 'react';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { signed } from '../../i18n/signed.ts';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import type { Learned } from './queries.ts';

/** What verdicts have taught about a topic, its switch, and the way to forget it. */
export function Learning({ topic, learning }: { topic: Topic; learning: Learned['learning'] }) {
  const m = useMessages();
  const words = m.topics.quality;
  const [asked, setAsked] = useState(false);
  const queryClient = useQueryClient();
  const onError = useNotSaved();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: ['topics'] });
  const toggle = useMutation({
    mutationFn: () => api.topics.setLearning.mutate({ id: topic.id, enabled: !learning.enabled }),
    onSuccess,
    onError,
  });
  const reset = useMutation({
    mutationFn: () => api.topics.resetLearning.mutate({ id: topic.id }),
    onSuccess: () => {
      setAsked(false);
      showToast(words.forgotten);
      return onSuccess();
    },
    onError,
  });
  return (
    <section className="topic-learning">
      <h3>{words.learning}</h3>
      <p className="soft small">{learning.enabled ? words.learningLead : words.learningOff}</p>
      <p>{words.taken(learning.verdicts, learning.applied)}</p>
      {learning.features.length > 0 && <h4 className="soft small">{words.strongest}</h4>}
      {learning.features.length > 0 && (
        <ul className="learned-features" aria-label={words.strongest}>
          {learning.features.map((feature) => (
            <li key={feature.name}>
              <span dir="auto">{feature.name}</span>{' '}
              <span className={feature.weight < 0 ? 'loss' : 'gain'}>{signed(feature.weight, 2)}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <Button needs="editor" disabled={toggle.isPending} onClick={() => toggle.mutate()}>
          {learning.enabled ? words.stop : words.start}
        </Button>
        {learning.verdicts > 0 && (
          <Button needs="editor" look="plain" aria-expanded={asked} onClick={() => setAsked(!asked)}>
            {words.reset}
          </Button>
        )}
      </div>
      {asked && learning.verdicts > 0 && (
        <div className="rule-conflict" role="alert">
          <p>{words.resetSure(learning.verdicts)}</p>
          <div className="row">
            <Button disabled={reset.isPending} onClick={() => reset.mutate()}>
              {words.resetNow}
            </Button>
            <Button look="plain" onClick={() => setAsked(false)}>
              {m.cancel}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
