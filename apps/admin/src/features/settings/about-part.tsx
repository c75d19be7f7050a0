import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Loading } from '../../ui/states.tsx';
import { aboutQuery } from './queries.ts';

const LICENCE = 'MIT';

/** What this desk is, runs on, and may be used as. */
export function AboutPart() {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const about = useQuery(aboutQuery);
  if (about.error !== null) return <QueryProblem error={about.error} retry={() => void about.refetch()} />;
  if (about.data === undefined) return <Loading label={m.loading} />;
  const { version, database, embedded, databaseBytes, schema, node, startedAt, publicUrl } = about.data;
  return (
    <section>
      <h2>{m.settings.parts.about}</h2>
      <dl className="settings-about">
        <Fact name={m.settings.version}>
          {m.name} {version}
        </Fact>
        <Fact name={m.settings.database}>
          {database} {embedded && `(${m.settings.embedded})`}
        </Fact>
        <Fact name={m.settings.size}>{format.bytes(databaseBytes)}</Fact>
        <Fact name={m.settings.schema}>{schema}</Fact>
        <Fact name={m.settings.runtime}>{node}</Fact>
        <Fact name={m.settings.runsSince}>
          <time dateTime={startedAt}>
            {format.dateTime(startedAt)} ({format.relative(startedAt, now)})
          </time>
        </Fact>
        <Fact name={m.settings.publicUrl}>{publicUrl ?? m.settings.noPublicUrl}</Fact>
        <Fact name={m.settings.licence}>{LICENCE}</Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </>
  );
}
