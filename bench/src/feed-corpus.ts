/** Feeds as publishers really write them, made from a seed, so that every run measures the same bytes. */
export interface CorpusFeed {
  kind: string;
  url: string;
  bytes: Uint8Array;
  items: number;
}

/** Small and fast, good enough for filler (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS = (
  'the a of and to in that council tariff climate minister report said markets security border court election ' +
  'company people government trade island storm rates agency police arrests talks deal after before against over ' +
  'nation’s “historic” café São 29% $1.2bn UN envoy loss damage fund vote seat resolution attack group officials'
).split(' ');

class Writer {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = randomFrom(seed);
  }

  int(from: number, to: number): number {
    return from + Math.floor(this.random() * (to - from + 1));
  }

  words(count: number): string {
    return Array.from({ length: count }, () => WORDS[this.int(0, WORDS.length - 1)] ?? '').join(' ');
  }

  /** Paragraphs with the inline markup, links and pictures of a news article. */
  article(paragraphs: number): string {
    const parts = Array.from({ length: paragraphs }, (_, i) => {
      const link = `<a href="https://site.example/${this.int(1, 9999)}?a=1&amp;b=2">${this.words(3)}</a>`;
      if (i % 5 === 2) return `<h2 class="sub">${this.words(5)}</h2>`;
      if (i % 7 === 3)
        return `<figure><img src="/img/${i}.jpg" alt="${this.words(4)}" width="640" loading="lazy"/></figure>`;
      return `<p>${this.words(20)} <strong>${this.words(2)}</strong> ${this.words(15)} ${link} ${this.words(12)}.</p>`;
    });
    return parts.join('\n');
  }

  date(): string {
    return new Date(
      Date.UTC(2026, this.int(0, 10), this.int(1, 28), this.int(0, 23), this.int(0, 59)),
    ).toUTCString();
  }
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type Maker = (w: Writer, n: number) => { text: string; items: number };

/** Headlines and one sentence each, with pictures: the feeds of broadcasters and papers. */
const headlines: Maker = (w, n) => {
  const items = w.int(25, 50);
  const rows = Array.from({ length: items }, (_, i) => {
    const id = `https://news${n}.example/world-${n}${i}`;
    return `<item><title><![CDATA[${w.words(9)}]]></title><description><![CDATA[${w.words(22)}.]]></description>
<link>${id}?at_medium=RSS&amp;at_campaign=KARANGA</link><guid isPermaLink="false">${id}#0</guid><pubDate>${w.date()}</pubDate>
<media:thumbnail width="240" height="135" url="https://pics.example/${n}/${i}.jpg"/></item>`;
  });
  return {
    items,
    text: `${rss('xmlns:media="http://search.yahoo.com/mrss/"', w)}${rows.join('\n')}</channel></rss>`,
  };
};

/** Whole posts in content:encoded: the feeds of weblogs and smaller newsrooms. */
const posts: Maker = (w, n) => {
  const items = 10;
  const spaces =
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
    'xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"';
  const rows = Array.from({ length: items }, (_, i) => {
    const url = `https://blog${n}.example/2026/${i}/`;
    return `<item><title>${w.words(7)} &#8211; ${w.words(2)}</title><link>${url}</link><comments>${url}#respond</comments>
<dc:creator><![CDATA[${w.words(2)}]]></dc:creator><pubDate>${w.date()}</pubDate>
<category><![CDATA[${w.words(1)}]]></category><category><![CDATA[${w.words(1)}]]></category>
<guid isPermaLink="false">https://blog${n}.example/?p=${i}</guid><description><![CDATA[${w.words(50)} [&#8230;]]]></description>
<content:encoded><![CDATA[${w.article(w.int(6, 14))}]]></content:encoded>
<wfw:commentRss>${url}feed/</wfw:commentRss><slash:comments>${w.int(0, 40)}</slash:comments></item>`;
  });
  return { items, text: `${rss(spaces, w)}${rows.join('\n')}</channel></rss>` };
};

/** Escaped HTML in the description, several pictures, tags: the feeds of large papers. */
const papers: Maker = (w, n) => {
  const items = w.int(20, 40);
  const spaces = 'xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  const rows = Array.from({ length: items }, (_, i) => {
    const url = `https://paper${n}.example/world/2026/${i}`;
    const body = `<p>${w.words(25)}</p><ul><li>${w.words(8)}</li></ul><p>${w.words(40)}</p> <a href="${url}">Continue reading...</a>`;
    return `<item><title>${w.words(10)}</title><link>${url}</link><description>${escapeXml(body)}</description>
<category domain="https://paper.example/world">${w.words(1)}</category><category domain="https://paper.example/un">${w.words(1)}</category>
<pubDate>${w.date()}</pubDate><guid>${url}</guid><dc:creator>${w.words(2)}</dc:creator><dc:date>2026-05-04T10:00:00Z</dc:date>
<media:content width="140" url="https://i.example/${n}/${i}/140.jpg"><media:credit scheme="urn:ebu">${w.words(2)}</media:credit></media:content>
<media:content width="460" url="https://i.example/${n}/${i}/460.jpg"/></item>`;
  });
  return { items, text: `${rss(spaces, w)}${rows.join('\n')}</channel></rss>` };
};

/** Atom with HTML content. */
const atom: Maker = (w, n) => {
  const items = w.int(10, 20);
  const rows = Array.from({ length: items }, (_, i) => {
    const url = `https://atom${n}.example/${i}`;
    return `<entry><title type="html">${w.words(8)}</title><link rel="alternate" type="text/html" href="${url}"/><id>tag:atom${n}.example,2026:${i}</id>
<published>2026-05-04T10:00:00Z</published><updated>2026-05-04T11:00:00+02:00</updated><author><name>${w.words(2)}</name></author>
<category term="${w.words(1)}"/><summary type="html">${w.words(30)}</summary><content type="html">${escapeXml(w.article(w.int(3, 8)))}</content></entry>`;
  });
  const head = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>${w.words(3)}</title><link href="https://atom${n}.example/"/>`;
  return {
    items,
    text: `<?xml version="1.0" encoding="utf-8"?>\n${head}<updated>2026-05-04T11:00:00Z</updated>${rows.join('\n')}</feed>`,
  };
};

/** Atom with Media RSS groups: video channels. */
const video: Maker = (w, n) => {
  const items = 15;
  const rows = Array.from({ length: items }, (_, i) => {
    const url = `https://video.example/watch?v=${n}x${i}`;
    return `<entry><id>v:${n}:${i}</id><title>${w.words(8)}</title><link rel="alternate" href="${url}"/><author><name>${w.words(2)}</name><uri>https://video.example/c/${n}</uri></author>
<published>2026-05-04T10:00:00+00:00</published><updated>2026-05-04T11:00:00+00:00</updated>
<media:group><media:title>${w.words(8)}</media:title><media:content url="${url}" type="video/mp4"/><media:thumbnail url="https://i.example/${i}.jpg"/><media:description>${w.words(60)}</media:description></media:group></entry>`;
  });
  const head = '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">';
  return {
    items,
    text: `<?xml version="1.0" encoding="UTF-8"?>\n${head}<title>${w.words(2)}</title>${rows.join('\n')}</feed>`,
  };
};

/** RSS that strict readers refuse: raw ampersands and HTML entities. */
const sloppy: Maker = (w, n) => {
  const made = headlines(w, n);
  return {
    items: made.items,
    text: made.text.replace('<channel>', '<channel><copyright>&copy; Smith & Sons</copyright>'),
  };
};

function rss(spaces: string, w: Writer): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" ${spaces}><channel><title>${w.words(3)}</title><link>https://site.example/</link><description>${w.words(8)}</description>
<language>en</language><lastBuildDate>Mon, 04 May 2026 10:00:00 GMT</lastBuildDate><ttl>15</ttl>`;
}

/** Ten feeds in a row have this mix: most of the news arrives by the first three kinds. */
const MIX: [kind: string, make: Maker][] = [
  ['headlines', headlines],
  ['posts', posts],
  ['headlines', headlines],
  ['papers', papers],
  ['headlines', headlines],
  ['atom', atom],
  ['posts', posts],
  ['papers', papers],
  ['video', video],
  ['sloppy', sloppy],
];

/** `count` feeds of the mix. */
export function makeCorpus(count: number, seed = 1): CorpusFeed[] {
  return Array.from({ length: count }, (_, n) => {
    const [kind, make] = MIX[n % MIX.length] ?? ['headlines', headlines];
    const { text, items } = make(new Writer(seed * 100_003 + n), n);
    return { kind, url: `https://feeds.example/${n}.xml`, bytes: new TextEncoder().encode(text), items };
  });
}
