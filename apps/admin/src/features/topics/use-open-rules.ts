import { useNavigate } from '@tanstack/react-router';
import { useMessages } from '../../i18n/messages.tsx';
import { showToast } from '../../ui/toast.tsx';
import { NEW_TOPIC, setTopicEdit, type TopicEdit, useTopicEdits } from './drafts.ts';

/** Puts rules into the editor of a topic. What stood there unsaved can be taken back. */
export function useOpenRules(): (topic: string, edit: TopicEdit) => Promise<void> {
  const m = useMessages();
  const navigate = useNavigate();
  const edits = useTopicEdits();
  return async (topic, edit) => {
    const before = edits.get(topic);
    setTopicEdit(topic, edit);
    if (before !== undefined && before.text !== edit.text)
      showToast(m.topics.edit.replaced, {
        action: { label: m.undo, run: () => setTopicEdit(topic, before) },
      });
    await navigate({
      to: '/topics',
      search: topic === NEW_TOPIC ? { show: 'new' } : { topic, show: 'edit' },
    });
  };
}
