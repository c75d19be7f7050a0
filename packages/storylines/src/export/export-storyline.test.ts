import { StorylineDocument } from '@throughline/schema';
import { describe, expect, it } from 'vitest';
import { sampleDocument } from '../testing/sample-document.ts';
import { exportStoryline, exportWarnings } from './export-storyline.ts';

const decode = async (format: 'md' | 'html' | 'json', document = sampleDocument()) =>
  new TextDecoder().decode((await exportStoryline(document, format)).body);

describe('every text format', () => {
  it('gives the same bytes for the same document, whatever order its parts came in', async () => {
    const shuffled = sampleDocument({ sections: sampleDocument().sections.toReversed() });
    for (const format of ['md', 'html'] as const) {
      expect(await decode(format)).toBe(await decode(format));
      expect(await decode(format, shuffled)).toBe(await decode(format));
    }
    expect(await decode('json')).toBe(await decode('json'));
  });

  it('names the file after the slug and the revision', async () => {
    expect((await exportStoryline(sampleDocument(), 'md')).fileName).toBe('rate-and-seat-r12.md');
  });

  it('carries no lone surrogate and no control character', async () => {
    const broken = sampleDocument({ headline: 'A\u0000B\u0008C\ud800', standfirst: 'x\u001by' });
    for (const format of ['md', 'html'] as const) {
      const body = await decode(format, broken);
      expect(body).not.toMatch(/(?![\n\t\r])\p{Cc}/u);
      expect(body).toContain('ABC\ufffd');
    }
  });
});

describe('json', () => {
  it('restores the document whole', async () => {
    expect(StorylineDocument.parse(JSON.parse(await decode('json')))).toEqual(sampleDocument());
  });
});

describe('markdown', () => {
  it('keeps foreign text from becoming markup', async () => {
    const body = await decode('md');
    expect(body).toContain('\\<script\\>alert(1)\\</script\\> trader in \\*stars\\* and \\[brackets\\]');
    expect(body).toContain('1\\. A pause was announced.\\\n\\- For 90 days.');
  });

  it('numbers footnotes by first mention and keeps those that are never mentioned', async () => {
    const body = await decode('md');
    expect(body).toContain('on Tuesday[^1]; the attack killed 13 American service members[^2]');
    expect(body).toMatch(/^\[\^5\]: “a rate of 19%”/m);
  });
});

describe('html', () => {
  it('escapes every foreign word and runs nothing', async () => {
    const body = await decode('html');
    expect(body.match(/<script/g)).toHaveLength(1);
    expect(body).not.toContain('<img src=x');
    expect(body).not.toContain('</script><b>');
    expect(body).toContain('A duty &amp; its &lt;price&gt;');
  });

  it('drops links that could run code', async () => {
    const document = sampleDocument();
    const first = document.sections[0];
    first?.blocks.push({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'press', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
      ],
    });
    const body = await decode('html', document);
    expect(body).not.toContain('javascript:');
    expect(body).toContain('press');
  });

  it('sets the direction of a block that runs the other way', async () => {
    expect(await decode('html')).toContain('<blockquote dir="rtl"><p dir="rtl">');
  });

  it('carries NewsArticle data that reads back as JSON', async () => {
    const [, json = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await decode('html')) ?? [];
    const data = JSON.parse(json) as Record<string, unknown>;
    expect(data).toMatchObject({
      '@type': ['NewsArticle', 'LiveBlogPosting'],
      datePublished: '2025-04-07',
      version: 12,
      liveBlogUpdate: [
        { '@type': 'BlogPosting', headline: 'Rate lowered', datePublished: '2025-04-09T10:00:00.000Z' },
      ],
    });
    expect(json).toContain('\\u003c/script');
  });

  it('gives every footnote reference an id and a way back', async () => {
    const body = await decode('html');
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of body.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });
});

describe('warnings', () => {
  it('say what is contested and what is missing', () => {
    const document = sampleDocument({ citations: sampleDocument().citations.slice(1) });
    expect(exportWarnings(document)).toEqual([
      'The text refers to citation 1, which is missing.',
      'The claim “13 American service members were killed” names citation 1, which is missing.',
      'Sources give different answers on “The rate is 29%”.',
      'The claim “The suspect was flown out” names citation 1, which is missing.',
    ]);
  });
});
