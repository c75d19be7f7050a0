import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ItemDetail, ReportAdds } from '@throughline/schema';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { textAttributes } from '../../lib/language.ts';
import { itemStoryQuery } from '../stories/queries.ts';
import './other-reports.css';

/** Who else reported it, and how much of this report they had told before. */
export function OtherReports({ item }: { item: ItemDetail }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const story = useQuery({ ...itemStoryQuery(item.id), enabled: (item.story?.reports ?? 0) > 1 });
  if (!story.data || story.data.members.length < 2) return null;
  const { id, members, reports, independent, told, adds } = story.data;
  const added = new Map(adds.map((report) => [report.item, report]));
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
              <Added report={added.get(member.id)} />
            </li>
          ))}
      </ul>
    </section>
  );
}

/** What another report tells that this one does not: how much, the first of it, and its figures. */
function Added({ report }: { report: ReportAdds | undefined }) {
  const m = useMessages();
  const format = useFormat();
  if (report === undefined || report.sentences === 0) return null;
  return (
    <p className={report.novel === 0 ? 'report-adds soft' : 'report-adds'}>
      <span className="soft">{m.stories.adds(report.novel, report.sentences)}</span>
      {report.first !== null && <q dir="auto">{report.first}</q>}
      {report.newFigures.length > 0 && (
        <span className="soft">{m.stories.brings(format.list(report.newFigures))}</span>
      )}
    </p>
  );
}
