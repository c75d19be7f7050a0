import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n/messages.tsx';
import { AlertLine } from './alert-line.tsx';
import { newsQuery } from './queries.ts';

/** The newest; the others stand beside the piece. */
const SHOWN_AT_MOST = 3;

/** On Today: storylines that wait for a decision, or that their editor should look at. */
export function StorylineNews() {
  const m = useMessages();
  const { data } = useQuery(newsQuery);
  const words = m.storylines.tracking;
  if (data === undefined) return null;
  return (
    <section className="today-storylines" aria-labelledby="today-storylines">
      <h2 id="today-storylines" className="today-heading">
        {m.nav.storylines}
      </h2>
      {data.length === 0 && <p className="soft">{words.todayNone}</p>}
      {data.map(({ id, headline, waiting, alerts }) => (
        <article key={id} className="storyline-news">
          <p className="row">
            <Link
              to="/storylines/$id"
              params={{ id: String(id) }}
              search={{ side: 'tracking' }}
              className="plain-link"
              dir="auto"
            >
              {headline}
            </Link>
            {(waiting > 0 || alerts.length > SHOWN_AT_MOST) && (
              <span className="soft small">
                {words.todayWaiting(waiting, Math.max(0, alerts.length - SHOWN_AT_MOST))}
              </span>
            )}
          </p>
          {alerts.length > 0 && (
            <ul className="alerts">
              {alerts.slice(0, SHOWN_AT_MOST).map((open) => (
                <AlertLine key={open.id} open={open} storylineId={id} />
              ))}
            </ul>
          )}
        </article>
      ))}
    </section>
  );
}
