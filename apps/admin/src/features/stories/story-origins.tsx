import { Link } from '@tanstack/react-router';
import type { StoryDetail, StoryReport } from '@throughline/schema';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { textAttributes } from '../../lib/language.ts';
import { reasonWords } from './reason-words.ts';

interface OriginsProps {
  story: StoryDetail;
  chosen: ReadonlySet<number>;
  toggle(id: number): void;
}

/** Reports under the place that they came from, and under the report that they repeat. */
export function StoryOrigins({ story, chosen, toggle }: OriginsProps) {
  const m = useMessages();
  const byId = new Map(story.members.map((member) => [member.id, member]));
  const shown = new Set(story.origins.flatMap((origin) => origin.items));
  const rest = story.members.filter((member) => !shown.has(member.id));
  const groups = [
    ...story.origins.map(({ source, items }) => ({
      source,
      members: items.flatMap((id) => byId.get(id) ?? []),
    })),
    ...(rest.length > 0 ? [{ source: null, members: rest }] : []),
  ];
  return (
    <section className="story-part">
      <h2>{m.stories.reportsTitle}</h2>
      <ol className="story-origins">
        {groups.map((group) => (
          <li key={group.members[0]?.id ?? 'none'} className="story-origin">
            <h3 dir="auto">{group.source ?? m.stories.unknownOrigin}</h3>
            <Branch members={roots(group.members)} all={group.members} chosen={chosen} toggle={toggle} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const parentOf = (report: StoryReport): number | null => report.duplicateOf ?? report.updateOf;

/** Reports whose original is not in the same group stand at its top. */
function roots(members: readonly StoryReport[]): StoryReport[] {
  const inside = new Set(members.map(({ id }) => id));
  return members.filter((report) => !inside.has(parentOf(report) ?? -1));
}

interface BranchProps extends Omit<OriginsProps, 'story'> {
  members: readonly StoryReport[];
  all: readonly StoryReport[];
}

function Branch({ members, all, chosen, toggle }: BranchProps) {
  return (
    <ul>
      {members.map((report) => {
        const below = all.filter((other) => parentOf(other) === report.id);
        return (
          <li key={report.id}>
            <Report report={report} chosen={chosen.has(report.id)} toggle={toggle} />
            {below.length > 0 && <Branch members={below} all={all} chosen={chosen} toggle={toggle} />}
          </li>
        );
      })}
    </ul>
  );
}

interface ReportProps {
  report: StoryReport;
  chosen: boolean;
  toggle(id: number): void;
}

function Report({ report, chosen, toggle }: ReportProps) {
  const m = useMessages();
  const format = useFormat();
  return (
    <div className="story-report">
      <label className="story-check">
        <input type="checkbox" checked={chosen} onChange={() => toggle(report.id)} />
        <span className="hidden">{m.stories.choose(report.title)}</span>
      </label>
      <div>
        <Link
          to="/review/$view"
          params={{ view: 'everything' }}
          search={{ item: report.id }}
          className="plain-link"
          {...textAttributes(report.language)}
        >
          {report.title}
        </Link>
        <p className="story-facts">
          <span dir="auto">{report.publisher}</span>
          <time dateTime={report.at}>{format.dateTime(report.at)}</time>
          {report.relation !== 'independent' && (
            <span className="story-relation">{m.stories.relations[report.relation]}</span>
          )}
          <span>{reasonWords(m, report.reasons)}</span>
        </p>
      </div>
    </div>
  );
}
