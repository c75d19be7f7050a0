import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ItemDetail } from '@throughline/schema';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { textAttributes } from '../../lib/language.ts';
import { itemStoryQuery } from '../stories/queries.ts';

/** Who else reported it, and how much of this report they had told before. */
export function OtherReports({ item }: { item: ItemDetail }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const story = useQuery({ ...itemStoryQuery(item.id), enabled: (item.story?.reports ?? 0) > 1 });
  if (!story.data || story.data.members.length < 2) return null;
  const { id, members, reports, independent, told } = story.data;
  const letters = item.revision.contentText.length;
  const share = letters === 0 ? 0 : told.reduce((sum, span) => sum + span.end - span.start, 0) / letters;
  return (
    <section className="item-part">
      <h3>
        <Link to="/stories/$id" params={{ id }}>
          {m.stories.counts(reports, independent)}
        </Link>
      </h3>
      {share >= 0.05 && <p className="soft">{m.stories.toldBefore(format.score(share))}</p>}
      <ul className="other-reports">
        {members
          .filter((member) => member.id !== item.id)
          .map((member) => (
            <li key={member.id}>
              <Link
                to="/review/$view"
                params={{ view: 'everything' }}
                search={{ item: member.id }}
                {...textAttributes(member.language)}
              >
                {member.title}
              </Link>{' '}
              <span className="soft">
                <bdi>{member.publisher}</bdi>, {format.age(member.at, now)}
                {member.relation === 'independent' ? '' : `, ${m.stories.relations[member.relation]}`}
              </span>
            </li>
          ))}
      </ul>
    </section>
  );
}
