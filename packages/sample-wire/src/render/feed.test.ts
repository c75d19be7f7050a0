import Parser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { compileEntries } from '../items.ts';
import { sampleSources } from '../sources.ts';
import { renderFeed } from './feed.ts';
import { feedView } from './view.ts';

const title = 'Fish & chips <b>up</b> "10%" ]]> ماہی';
const context = {
  wireTime: new Date('2025-04-02T00:00:00Z'),
  origin: 'http://127.0.0.1:1',
  dateOf: (moment: Date) => moment,
};

describe('every format', () => {
  it.each(sampleSources)('$key carries markup characters as text', async (source) => {
    const items = compileEntries([
      { key: 'fish', feed: source.key, at: '2025-04-01T10:00', title, text: `${title}\n\nSecond.` },
    ]);
    const body = renderFeed(feedView(source, items, context));
    if (source.format === 'jsonfeed1') {
      expect(JSON.parse(body).items[0].title).toBe(title);
      return;
    }
    const feed = await new Parser({ customFields: { item: ['content:encoded'] } }).parseString(body);
    const [item] = feed.items;
    expect(item?.title).toBe(title);
    expect(item?.['content:encoded'] ?? item?.content).toContain('<p>Fish &amp; chips &lt;b&gt;up&lt;/b&gt;');
  });
});
