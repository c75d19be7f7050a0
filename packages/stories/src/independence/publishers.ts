import { foldText } from '@throughline/text';

/** Newsrooms that publish under several names and addresses. The first word list is names, the second hosts. */
const FAMILIES: Record<string, readonly [names: string, hosts: string]> = {
  aljazeera: ['al jazeera|aljazeera english|الجزیره|aljazeera', 'aljazeera.com aljazeera.net'],
  alarabiya: ['al arabiya|العربیه', 'alarabiya.net'],
  ap: ['ap|associated press|the associated press', 'apnews.com ap.org'],
  afp: ['afp|agence france presse', 'afp.com'],
  ard: ['tagesschau|ard', 'tagesschau.de'],
  bbc: ['bbc|بی بی سی|بي بي سي|русская служба би би си', 'bbc.co.uk bbc.com bbci.co.uk'],
  bloomberg: ['bloomberg', 'bloomberg.com'],
  cbc: ['cbc', 'cbc.ca'],
  cbs: ['cbs', 'cbsnews.com'],
  abcus: ['abc news', 'abcnews.go.com abcnews.com'],
  abcau: ['abc australia', 'abc.net.au'],
  cnbc: ['cnbc', 'cnbc.com'],
  cnn: ['cnn', 'cnn.com'],
  dawn: ['dawn', 'dawn.com dawnnews.tv'],
  dw: ['dw|deutsche welle', 'dw.com'],
  elpais: ['el pais', 'elpais.com'],
  euronews: ['euronews', 'euronews.com'],
  france24: ['france 24|france24|فرانس 24|rfi', 'france24.com rfi.fr'],
  ft: ['financial times|ft', 'ft.com'],
  fox: ['fox news|fox business', 'foxnews.com foxbusiness.com'],
  guardian: ['the guardian|guardian|the observer', 'theguardian.com guardian.co.uk'],
  geo: ['geo|geo news|jang|the news international|جنگ', 'geo.tv jang.com.pk thenews.com.pk'],
  express: [
    'the express tribune|express tribune|express news|ایکسپریس',
    'tribune.com.pk express.pk express.com.pk',
  ],
  hindu: ['the hindu', 'thehindu.com'],
  hindustantimes: ['hindustan times', 'hindustantimes.com'],
  independent: ['the independent|independent', 'independent.co.uk'],
  lemonde: ['le monde', 'lemonde.fr'],
  lefigaro: ['le figaro', 'lefigaro.fr'],
  nbc: ['nbc|msnbc', 'nbcnews.com msnbc.com'],
  npr: ['npr', 'npr.org'],
  nyt: ['the new york times|new york times|nyt', 'nytimes.com'],
  politico: ['politico|politico europe', 'politico.com politico.eu'],
  reuters: ['reuters|thomson reuters', 'reuters.com'],
  rferl: [
    'radio free europe|rfe rl|radio azadi|радио свобода|radio mashaal',
    'rferl.org azadiradio.com mashaalradio.com svoboda.org',
  ],
  rt: ['rt|russia today', 'rt.com'],
  scmp: ['south china morning post|scmp', 'scmp.com'],
  sky: ['sky news', 'news.sky.com'],
  straitstimes: ['the straits times|straits times', 'straitstimes.com'],
  telegraph: ['the telegraph|telegraph', 'telegraph.co.uk'],
  times: ['the times|the sunday times', 'thetimes.co.uk thetimes.com'],
  timesofindia: ['times of india|the times of india|economic times|the economic times', 'indiatimes.com'],
  tolo: ['tolo|tolonews|طلوع', 'tolonews.com'],
  un: ['un news|united nations|un press', 'news.un.org press.un.org un.org'],
  voa: [
    'voa|voice of america|voa deewa|voa urdu|صدای امریکا|وی او اے',
    'voanews.com urduvoa.com voadeewaradio.com',
  ],
  wapo: ['the washington post|washington post', 'washingtonpost.com'],
  wsj: ['the wall street journal|wall street journal|wsj', 'wsj.com'],
  yahoo: ['yahoo|yahoo news|yahoo finance', 'yahoo.com'],
};

const byName = new Map<string, string>();
const byHost = new Map<string, string>();
for (const [family, [names, hosts]] of Object.entries(FAMILIES)) {
  for (const name of names.split('|')) byName.set(foldText(name), family);
  for (const host of hosts.split(' ')) byHost.set(host, family);
}

/** Endings of domain names under which everyone may register. */
const SHARED_ENDINGS = /\.(?:(?:co|com|org|net|gov|ac|edu|gob|gouv|or|ne)\.[a-z]{2}|[a-z]{2,})$/;
/** What feeds of one publisher add to its name: "BBC News - World", "Dawn: Latest". */
const SECTION = /\s*(?:[-–—|:»›>/]|\s\()\s*.*$/;
const NOISE =
  /\b(?:news|online|com|net|org|english|world|rss|feed|top stories|latest|international|home|subscription|blog|blogs)\b/g;

/**
 * The newsroom behind a name or address: "BBC News - Asia" and feeds.bbci.co.uk are both "bbc". Unknown publishers
 * are their bare name, or the registrable part of their host. Null when neither says anything.
 */
export function publisherFamily(publisher?: string | null, url?: string | null): string | null {
  const host = hostOf(url);
  const known = familyOfName(publisher) ?? familyOfHost(host);
  if (known !== null) return known;
  const name = bareName(publisher ?? '');
  if (name !== '') return looksLikeHost(publisher) ? registrable(foldHost(publisher ?? '')) : name;
  return host === null ? null : registrable(host);
}

function familyOfName(publisher: string | null | undefined): string | null {
  if (!publisher) return null;
  if (looksLikeHost(publisher)) return familyOfHost(foldHost(publisher));
  const whole = foldText(publisher);
  return (
    byName.get(whole) ??
    byName.get(foldText(publisher.replace(SECTION, ''))) ??
    byName.get(bareName(publisher)) ??
    null
  );
}

function familyOfHost(host: string | null): string | null {
  for (let rest = host ?? ''; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    const family = byHost.get(rest);
    if (family !== undefined) return family;
  }
  return null;
}

function bareName(publisher: string): string {
  const head = foldText(publisher.replace(SECTION, ''));
  const bare = head.replace(NOISE, ' ').replace(/\s+/g, ' ').trim();
  return bare === '' ? head : bare;
}

const looksLikeHost = (text: string | null | undefined): boolean =>
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(text?.trim() ?? '');
const foldHost = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^www\./, '');

function hostOf(url: string | null | undefined): string | null {
  if (!url) return null;
  try {
    return new URL(url).hostname.toLowerCase().replace(/^www\./, '') || null;
  } catch {
    return null;
  }
}

function registrable(host: string): string {
  const stem = host.replace(SHARED_ENDINGS, '');
  const name = stem.split('.').at(-1) ?? stem;
  return `${name}${host.slice(stem.length)}`;
}
