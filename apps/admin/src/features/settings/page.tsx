import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCommandRunner } from '../../app/command-layer.tsx';
import { NotFound } from '../../app/dead-ends.tsx';
import { meQuery, settingsQuery } from '../../app/session.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useTitle } from '../../app/use-title.ts';
import { LANGUAGE_NAMES, useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { type Preferences, setPreferences, usePreferences } from '../../lib/preferences.ts';
import { Button } from '../../ui/button.tsx';
import { useMay } from '../../ui/may.tsx';
import { BackupPart } from '../backup/backup-part.tsx';
import { OwnSessions } from '../people/own-sessions.tsx';
import { PeoplePart } from '../people/people-page.tsx';
import { TokensPart } from '../people/tokens-part.tsx';
import { RecordPart } from '../record/record-part.tsx';
import { RetentionPart } from '../retention/retention-part.tsx';
import { WebhooksPart } from '../webhooks/webhooks-part.tsx';
import { AboutPart } from './about-part.tsx';
import { Part } from './part.tsx';
import './settings.css';

const route = getRouteApi('/settings/$part');

/** The settings; what concerns the whole desk stands on pages of its own, for administrators. */
export function SettingsPage() {
  const m = useMessages();
  const { part } = route.useParams();
  const parts = useParts();
  const known = isPart(part) && parts.includes(part);
  useTitle(known && part !== 'own' ? m.settings.parts[part] : m.settings.title);
  if (!known) return <NotFound />;
  return (
    <div className="page settings">
      <header className="page-head">
        <h1>{m.settings.title}</h1>
      </header>
      {parts.length > 1 && <PartsNav parts={parts} />}
      {part === 'own' && <OwnSettings />}
      {part === 'people' && <PeoplePart />}
      {part === 'programs' && <TokensPart />}
      {part === 'webhooks' && <WebhooksPart />}
      {part === 'retention' && <RetentionPart />}
      {part === 'backup' && <BackupPart />}
      {part === 'record' && <RecordPart />}
      {part === 'about' && <AboutPart />}
    </div>
  );
}

const PARTS = {
  own: 'viewer',
  people: 'admin',
  programs: 'admin',
  webhooks: 'admin',
  retention: 'admin',
  backup: 'admin',
  record: 'curator',
  about: 'viewer',
} as const;
type PartName = keyof typeof PARTS;
const isPart = (part: string): part is PartName => Object.hasOwn(PARTS, part);

/** The pages of the settings that the person here may see. */
function useParts(): readonly PartName[] {
  const may = { viewer: useMay('viewer'), curator: useMay('curator'), admin: useMay('admin') };
  return (Object.keys(PARTS) as PartName[]).filter((part) => may[PARTS[part]]);
}

function PartsNav({ parts }: { parts: readonly PartName[] }) {
  const m = useMessages();
  return (
    <nav className="switch settings-nav" aria-label={m.settings.title}>
      {parts.map((part) => (
        <Link key={part} to="/settings/$part" params={{ part }}>
          {m.settings.parts[part]}
        </Link>
      ))}
    </nav>
  );
}

function OwnSettings() {
  return (
    <>
      <Appearance />
      <LanguageAndTime />
      <KeySettings />
      <Session />
    </>
  );
}

interface ChoicesProps<K extends 'theme' | 'density' | 'language'> {
  legend: string;
  preference: K;
  labels: Readonly<Record<Preferences[K], string>>;
}

function Choices<K extends 'theme' | 'density' | 'language'>({
  legend,
  preference,
  labels,
}: ChoicesProps<K>) {
  const chosen = usePreferences()[preference];
  const choose = useChoose();
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {(Object.keys(labels) as Preferences[K][]).map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={preference}
            checked={chosen === value}
            onChange={() => choose({ [preference]: value } as Pick<Preferences, K>)}
          />
          <span dir="auto">{labels[value]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Sets something at once on this browser, and keeps it for the person on the desk. */
function useChoose(): (change: Partial<Preferences>) => void {
  const queryClient = useQueryClient();
  const notSaved = useNotSaved();
  return (change) => {
    setPreferences(change);
    queryClient.setQueryData(settingsQuery.queryKey, (before) => ({ ...before, ...change }));
    api.session.changeSettings.mutate(change).catch(notSaved);
  };
}

function Appearance() {
  const m = useMessages();
  return (
    <Part title={m.settings.appearance}>
      <Choices legend={m.settings.theme} preference="theme" labels={m.settings.themes} />
      <Choices legend={m.settings.density} preference="density" labels={m.settings.densities} />
    </Part>
  );
}

function LanguageAndTime() {
  const m = useMessages();
  const { timeZone } = usePreferences();
  const choose = useChoose();
  return (
    <Part title={m.settings.languageAndTime}>
      <Choices
        legend={m.settings.language}
        preference="language"
        labels={{ system: m.settings.languageSystem, ...LANGUAGE_NAMES }}
      />
      <label className="field">
        <span>{m.settings.timeZone}</span>
        <select
          className="input"
          value={timeZone ?? ''}
          onChange={(event) => choose({ timeZone: event.target.value || null })}
        >
          <option value="">{m.settings.timeZoneDevice}</option>
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </label>
    </Part>
  );
}

function KeySettings() {
  const m = useMessages();
  const { keys } = usePreferences();
  const choose = useChoose();
  const runner = useCommandRunner();
  return (
    <Part title={m.settings.keys}>
      <label className="settings-check">
        <input
          type="checkbox"
          checked={keys}
          aria-describedby="keys-text"
          onChange={(event) => choose({ keys: event.target.checked })}
        />
        <span>{m.settings.keysOn}</span>
      </label>
      <p id="keys-text" className="soft small">
        {m.settings.keysText}
      </p>
      <Button onClick={() => runner.run('help')}>{m.settings.showKeys}</Button>
    </Part>
  );
}

function Session() {
  const m = useMessages();
  const me = useQuery(meQuery);
  return (
    <Part title={m.people.sessionsTitle}>
      {me.data && <p>{m.settings.signedInAs(me.data.name, m.people.roles[me.data.role])}</p>}
      <OwnSessions />
    </Part>
  );
}
