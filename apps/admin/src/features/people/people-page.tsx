import { useQuery } from '@tanstack/react-query';
import type { Person } from '@throughline/schema';
import { ROLES, type Role } from '@throughline/schema/roles';
import { useState } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { meQuery } from '../../app/session.ts';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/states.tsx';
import { usePeopleActions } from './actions.ts';
import { Invitations } from './invitations.tsx';
import { NewLink } from './new-link.tsx';
import { peopleQuery, sessionsOfQuery } from './queries.ts';
import { SessionList } from './sessions.tsx';
import './people.css';

/** Who is on the desk, with which role, and how somebody comes to it. */
export function PeoplePart() {
  const m = useMessages();
  const people = useQuery(peopleQuery);
  if (people.error !== null) return <QueryProblem error={people.error} retry={() => void people.refetch()} />;
  if (people.data === undefined) return <Loading label={m.loading} />;
  const here = people.data.filter((person) => person.removedAt === null);
  const gone = people.data.filter((person) => person.removedAt !== null);
  return (
    <>
      <section>
        <h2>{m.people.title}</h2>
        <ul className="people-list">
          {here.map((person) => (
            <PersonLine key={person.id} person={person} />
          ))}
        </ul>
      </section>
      <Invitations />
      {gone.length > 0 && (
        <section>
          <h2>{m.people.gone}</h2>
          <ul className="people-list">
            {gone.map((person) => (
              <GoneLine key={person.id} person={person} />
            ))}
          </ul>
        </section>
      )}
      <RoleWords />
    </>
  );
}

/** What each role may do, where somebody is about to give one. */
function RoleWords() {
  const m = useMessages();
  return (
    <section>
      <h2>{m.people.rolesTitle}</h2>
      <dl className="role-words">
        {ROLES.map((role) => (
          <div key={role}>
            <dt>{m.people.roles[role]}</dt>
            <dd className="soft">{m.people.roleWords[role]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function PersonLine({ person }: { person: Person }) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const me = useQuery(meQuery).data;
  const actions = usePeopleActions(person);
  const [showSessions, setShowSessions] = useState(false);
  return (
    <li className="person">
      <div className="person-line">
        <span className="person-name">
          <span dir="auto">{person.name}</span>
          {me?.id === person.id && <span className="badge">{m.people.you}</span>}
        </span>
        <span className="soft small">
          {person.lastSeenAt === null
            ? m.people.neverSeen
            : m.people.lastSeen(format.relative(person.lastSeenAt, now))}
        </span>
        <select
          className="input"
          aria-label={m.people.roleOf(person.name)}
          value={person.role}
          onChange={(event) => actions.setRole(event.target.value as Role)}
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {m.people.roles[role]}
            </option>
          ))}
        </select>
        <span className="person-actions">
          <Button
            look="plain"
            aria-expanded={showSessions}
            aria-label={`${m.people.sessionsCount(person.sessions)}: ${person.name}`}
            onClick={() => setShowSessions(!showSessions)}
          >
            {m.people.sessionsCount(person.sessions)}
          </Button>
          <Button look="plain" aria-label={`${m.people.link}: ${person.name}`} onClick={actions.makeLink}>
            {m.people.link}
          </Button>
          <Button
            look="plain"
            icon="remove"
            aria-label={`${m.people.remove}: ${person.name}`}
            onClick={actions.remove}
          />
        </span>
      </div>
      {actions.link !== null && (
        <NewLink
          link={actions.link}
          text={m.people.linkText(person.name)}
          onClose={() => actions.forgetLink()}
        />
      )}
      {showSessions && <PersonSessions id={person.id} />}
    </li>
  );
}

function PersonSessions({ id }: { id: number }) {
  const m = useMessages();
  const sessions = useQuery(sessionsOfQuery(id));
  const { endSession, endSessions } = usePeopleActions({ id });
  if (sessions.data === undefined) return null;
  if (sessions.data.length === 0) return <p className="soft small">{m.people.noSessions}</p>;
  return (
    <div className="person-sessions">
      <SessionList sessions={sessions.data} onEnd={endSession} />
      <Button onClick={endSessions}>{m.people.endAllOf}</Button>
    </div>
  );
}

function GoneLine({ person }: { person: Person }) {
  const m = useMessages();
  const format = useFormat();
  const actions = usePeopleActions(person);
  return (
    <li className="person person-line">
      <span className="person-name soft" dir="auto">
        {person.name}
      </span>
      <span className="soft small">
        {person.removedAt !== null && m.people.removedOn(format.date(person.removedAt))}
      </span>
      <span className="soft small">{m.people.roles[person.role]}</span>
      <span className="person-actions">
        <Button
          look="plain"
          icon="undo"
          aria-label={`${m.people.letBack}: ${person.name}`}
          onClick={actions.restore}
        >
          {m.people.letBack}
        </Button>
      </span>
    </li>
  );
}
