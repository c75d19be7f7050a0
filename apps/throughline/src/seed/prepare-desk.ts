import { starterTopics } from '@throughline/relevance';
import { sampleSources } from '@throughline/sample-wire';
import {
  addSources,
  addUser,
  createSignInToken,
  type Database,
  firstAdmin,
  moveSources,
  readSetting,
  seedTopics,
  writeSetting,
} from '@throughline/store';
import { samplePublisherName } from './sample-publishers.ts';
import { starterSources } from './starter-sources.ts';

const SETTING = 'sample-wire';

export interface SampleWireAddress {
  origin: string;
  /** When it was first started: its replay goes on from there, start after start. */
  startedAt: string;
}

/** The sample wire as this desk saw it last; null when it never did. */
export async function readSampleWire(db: Database): Promise<SampleWireAddress | null> {
  return readSetting<SampleWireAddress>(db, SETTING);
}

const LINK_HOURS = 24;
/** The sample wire is ours and nearby: it is read every minute, so that arrivals can be watched. */
const SAMPLE_INTERVAL_SECONDS = 60;
/** First checks of the starter list are spread, so that a first start makes no burst. */
const STARTER_SPREAD_SECONDS = 120;

/** Gives a new desk its topics, sources and first curator; one that has them keeps them as they are. */
export async function prepareDesk(
  db: Database,
  options: { wire: SampleWireAddress | null; starter: boolean },
): Promise<{ signInToken: string }> {
  await seedTopics(db, starterTopics);
  if (options.wire !== null) await prepareSampleSources(db, options.wire);
  if (options.starter && (await readSetting(db, 'starter-sources')) === null) {
    await addSources(db, starterSources, STARTER_SPREAD_SECONDS);
    await writeSetting(db, 'starter-sources', { added: starterSources.length });
  }
  const user = (await firstAdmin(db)) ?? (await addUser(db, 'Curator', 'admin'));
  return { signInToken: await createSignInToken(db, user.id, LINK_HOURS) };
}

/** Adds the wire's sources once; later starts only follow its address, so a source that was removed stays away. */
async function prepareSampleSources(db: Database, { origin, startedAt }: SampleWireAddress): Promise<void> {
  const before = await readSampleWire(db);
  if (before === null) {
    const sources = sampleSources.map((source) => ({
      url: origin + source.path,
      title: source.title,
      publisher: samplePublisherName(source.publisher),
      language: source.language,
      folders: ['Sample wire'],
      intervalSeconds: SAMPLE_INTERVAL_SECONDS,
    }));
    await addSources(db, sources, 0);
  } else if (before.origin !== origin) {
    await moveSources(db, before.origin, origin);
  }
  await writeSetting(db, SETTING, { origin, startedAt });
}
