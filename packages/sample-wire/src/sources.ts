export type SampleFormat = 'rss2' | 'rss1' | 'atom1' | 'jsonfeed1';

export type SamplePublisher = {
  readonly key: string;
  readonly name: string;
  /** The outlet's pretended home; the pages are served by the wire itself. */
  readonly site: string;
  readonly about: string;
  readonly language: string;
};

export type SampleSource = {
  readonly key: string;
  /** Path on the wire's server; never changes. */
  readonly path: string;
  readonly title: string;
  readonly publisher: string;
  readonly language: string;
  readonly format: SampleFormat;
};

/** Invented outlets; `.example` names can never exist. */
export const samplePublishers: readonly SamplePublisher[] = [
  {
    key: 'meridian',
    name: 'Meridian Wire Service',
    site: 'https://meridian.example',
    about: 'An agency whose copy the other outlets run.',
    language: 'en',
  },
  {
    key: 'harbour',
    name: 'The Harbour Post',
    site: 'https://harbourpost.example',
    about: 'The daily of Port Ellery, a harbour town.',
    language: 'en',
  },
  {
    key: 'indus',
    name: 'Indus Courier',
    site: 'https://induscourier.example',
    about: 'A national daily written for readers in Pakistan.',
    language: 'en',
  },
  {
    key: 'subh',
    name: 'روزنامہ صبحِ نو',
    site: 'https://subhenau.example',
    about: 'اردو کا ایک روزنامہ۔',
    language: 'ur',
  },
  {
    key: 'marfa',
    name: 'جريدة المرفأ الجديد',
    site: 'https://almarfa.example',
    about: 'جريدة يومية عربية.',
    language: 'ar',
  },
  {
    key: 'fanal',
    name: 'Le Fanal du Matin',
    site: 'https://fanal.example',
    about: 'Un quotidien francophone.',
    language: 'fr',
  },
  {
    key: 'horseshoe',
    name: 'Horseshoe Table',
    site: 'https://horseshoetable.example',
    about: 'A newsletter about the United Nations in New York.',
    language: 'en',
  },
  {
    key: 'watershed',
    name: 'The Watershed Review',
    site: 'https://watershedreview.example',
    about: 'Rivers, ice, weather and the people who live with them.',
    language: 'en',
  },
  {
    key: 'loom',
    name: 'Cargo & Loom',
    site: 'https://cargoandloom.example',
    about: 'A trade paper for people who make and ship things.',
    language: 'en',
  },
  {
    key: 'pamir',
    name: 'Pamir Dispatch',
    site: 'https://pamirdispatch.example',
    about: 'Reports from between the Oxus and the Indus, in several languages.',
    language: 'en',
  },
  {
    key: 'marigold',
    name: 'Marigold Weekly',
    site: 'https://marigold.example',
    about: 'Films, food, science and small pleasures.',
    language: 'en',
  },
];

const extensions: Record<SampleFormat, string> = {
  rss2: 'rss',
  rss1: 'rdf',
  atom1: 'atom',
  jsonfeed1: 'json',
};

function source(
  publisher: string,
  name: string,
  format: SampleFormat,
  language: string,
  title: string,
): SampleSource {
  const path = `/${publisher}/feeds/${name}.${extensions[format]}`;
  return { key: `${publisher}-${name}`, path, title, publisher, language, format };
}

/** The feeds to seed a desk with, in a fixed order. */
export const sampleSources: readonly SampleSource[] = [
  source('meridian', 'world', 'rss2', 'en', 'Meridian: World'),
  source('meridian', 'business', 'rss2', 'en', 'Meridian: Business'),
  source('meridian', 'espanol', 'rss2', 'es', 'Meridian en español'),
  source('harbour', 'front', 'rss2', 'en', 'The Harbour Post: Front page'),
  source('harbour', 'sport', 'rss2', 'en', 'The Harbour Post: Sport'),
  source('indus', 'national', 'atom1', 'en', 'Indus Courier: National'),
  source('indus', 'business', 'atom1', 'en', 'Indus Courier: Business'),
  source('subh', 'taza', 'rss2', 'ur', 'صبحِ نو: تازہ خبریں'),
  source('marfa', 'akhbar', 'rss1', 'ar', 'المرفأ الجديد: آخر الأخبار'),
  source('fanal', 'une', 'atom1', 'fr', 'Le Fanal du Matin : à la une'),
  source('horseshoe', 'notes', 'jsonfeed1', 'en', 'Horseshoe Table: Notes'),
  source('watershed', 'all', 'rss1', 'en', 'The Watershed Review'),
  source('loom', 'daily', 'jsonfeed1', 'en', 'Cargo & Loom: Daily'),
  source('pamir', 'all', 'rss2', 'en', 'Pamir Dispatch'),
  source('marigold', 'weekly', 'atom1', 'en', 'Marigold Weekly'),
];

/** @throws Error for a key that no sample source has: a fault in the data. */
export function sourceByKey(key: string): SampleSource {
  const found = sampleSources.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`no sample source ${key}`);
  return found;
}

/** @throws Error for a key that no sample publisher has: a fault in the data. */
export function publisherByKey(key: string): SamplePublisher {
  const found = samplePublishers.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`no sample publisher ${key}`);
  return found;
}
