import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { StoryRow } from '@throughline/schema';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { TopicDot } from '../../ui/topic.tsx';
import { topicsQuery } from '../topics/queries.ts';
import './stories.css';

/** One story in a list: what it is called, and who reported it. */
export function StoryLine({ story }: { story: StoryRow }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const topics = useQuery(topicsQuery);
  return (
    <li className="story-line">
      <Link to="/stories/$id" params={{ id: story.id }} className="plain-link" dir="auto">
        {story.headline}
      </Link>
      <p className="story-facts">
        {story.topics.map((id) => {
          const topic = topics.data?.find((known) => known.id === id);
          return (
            <span key={id} className="story-topic">
              <TopicDot colour={topic?.colour ?? '#888888'} />
              {topic?.name ?? id}
            </span>
          );
        })}
        <span>{m.stories.counts(story.reports, story.independent)}</span>
        {story.languages.length > 1 && (
          <span>{format.list(story.languages.map((code) => format.language(code)))}</span>
        )}
        <time dateTime={story.lastAt}>{format.relative(story.lastAt, now)}</time>
      </p>
    </li>
  );
}
