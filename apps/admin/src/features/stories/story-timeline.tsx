import type { StoryDetail } from '@throughline/schema';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';

/** When the reports came and what each was the first to bring; those that brought nothing are small. */
export function StoryTimeline({ story }: { story: StoryDetail }) {
  const m = useMessages();
  const format = useFormat();
  const members = new Map(story.members.map((member) => [member.id, member]));
  const entries = story.timeline.flatMap((mark) => {
    const member = members.get(mark.item);
    return member === undefined ? [] : [{ ...mark, member }];
  });
  if (entries.length < 2) return null;
  return (
    <section className="story-part">
      <h2>{m.stories.timeline}</h2>
      <ol className="story-timeline">
        {entries.map(({ item, member, firstOfPublisher, newFigures }) => (
          <li key={item} data-first={firstOfPublisher || undefined}>
            <time dateTime={member.at}>{format.dateTime(member.at)}</time>
            <span>
              <bdi>{member.publisher}</bdi>
              {firstOfPublisher && <span className="hidden">, {m.stories.firstOf}</span>}
              {member.relation !== 'independent' && (
                <span className="story-relation"> · {m.stories.relations[member.relation]}</span>
              )}
              {newFigures.length > 0 && (
                <span className="soft"> · {m.stories.brings(format.list(newFigures.slice(0, 6)))}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
