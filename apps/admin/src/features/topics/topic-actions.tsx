import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Topic } from '@throughline/schema';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { HistoryLink } from '../record/history-link.tsx';
import { viewSegment } from '../review/address.ts';
import { taggingProgressQuery, topicTextQuery } from './queries.ts';

/** Leads to a topic's items and its record, switches it on or off, and hands its rules out as a file. */
export function TopicActions({ topic }: { topic: Topic }) {
  const m = useMessages();
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  const toggle = useMutation({
    mutationFn: () => api.topics.setEnabled.mutate({ id: topic.id, enabled: !topic.enabled }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['topics'] }),
    onError: notSaved,
  });
  const download = useMutation({
    mutationFn: () => queryClient.fetchQuery(topicTextQuery(topic.id)),
    onSuccess: ({ text }) => offerFile(`${topic.id}.topic`, text),
    onError: notSaved,
  });
  return (
    <div className="topic-actions">
      <Link
        to="/review/$view"
        params={{ view: viewSegment({ kind: 'topic', topic: topic.id }) }}
        search={{ reviewed: true }}
        className="button button-plain"
      >
        <Icon name="review" />
        {m.topics.review}
      </Link>
      <Button look="plain" icon="download" onClick={() => download.mutate()}>
        {m.topics.edit.download}
      </Button>
      <Button
        look="plain"
        icon={topic.enabled ? 'pause' : 'play'}
        disabled={toggle.isPending}
        needs="editor"
        onClick={() => toggle.mutate()}
      >
        {topic.enabled ? m.topics.edit.switchOff : m.topics.edit.switchOn}
      </Button>
      <HistoryLink object="topic" id={topic.id} />
    </div>
  );
}

function offerFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Says that stored items are being tagged again, and how far that is; nothing once it is done. */
export function TaggingProgress() {
  const m = useMessages();
  const format = useFormat();
  const { data } = useQuery(taggingProgressQuery);
  if (data === undefined || data.done >= data.total) return null;
  return (
    <div className="tagging-progress" role="status">
      <progress value={data.done} max={data.total} aria-label={m.topics.edit.tagging} />
      <span className="soft small">
        {m.topics.edit.taggingOf(format.number(data.done), format.number(data.total))}
      </span>
    </div>
  );
}
