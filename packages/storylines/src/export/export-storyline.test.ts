import { createHash } from 'node:crypto';
import { ExportFormat, StorylineDocument } from '@throughline/schema';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sampleDocument } from '../testing/sample-document.ts';
import { exportStoryline } from './export-storyline.ts';
import { exportWarnings, refusals } from './export-warnings.ts';
import { manifestOf } from './manifest.ts';

const decode = async (format: 'md' | 'html' | 'json', document = sampleDocument()) =>
  new TextDecoder().decode((await exportStoryline(document, format)).body);

describe('every text format', () => {
  it('gives the same bytes for the same document, whatever order its parts came in', async () => {
    const shuffled = sampleDocument({ sections: sampleDocument().sections.toReversed() });
    for (const format of ['md', 'html', 'json'] as const) {
      expect(await decode(format, shuffled)).toBe(await decode(format));
    }
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
    const document = sampleDocument();
    const sections = document.sections.toSorted((a, b) => a.position - b.position);
    expect(StorylineDocument.parse(JSON.parse(await decode('json')))).toEqual({ ...document, sections });
  });
});

describe('markdown', () => {
  it('keeps foreign text from becoming markup', async () => {
    const body = await decode('md');
    expect(body).toContain('\\<script\\>alert(1)\\</script\\> trader in \\*stars\\* and \\[brackets\\]');
    expect(body).toContain('1\\. A pause was announced.\\\n\\- For 90 days.');
  });

  it('keeps a claim from being a list, and drops breaks at the edge of a paragraph', async () => {
    const document = sampleDocument();
    const [claim] = document.claims;
    if (claim !== undefined) document.claims[0] = { ...claim, text: '2025. was the driest year' };
    document.sections[0]?.blocks.push({
      type: 'paragraph',
      content: [
        { type: 'hardBreak' },
        { type: 'text', text: 'ends in a \\' },
        { type: 'hardBreak' },
        { type: 'hardBreak' },
      ],
    });
    const body = await decode('md', document);
    expect(body).toContain('- 2025\\. was the driest year');
    expect(body).toContain('\n\nends in a \\\\\n\n');
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

describe('a citation that is missing', () => {
  it('leaves a mark in the text of every format, and is warned of', async () => {
    const document = sampleDocument({ citations: sampleDocument().citations.slice(1) });
    expect(exportWarnings(document).map(({ problem, text }) => [problem, text])).toEqual([
      ['missing', 'The text refers to citation 1, which is missing.'],
      ['missing', 'The claim “13 American service members were killed” names citation 1, which is missing.'],
      ['contested', 'Sources give different answers on “The rate is 29%”.'],
      ['missing', 'The claim “The suspect was flown out” names citation 1, which is missing.'],
    ]);
    expect(await decode('html', document)).toContain('on Tuesday<sup class="missing">[source missing]</sup>');
    expect(await decode('md', document)).toContain('on Tuesday\\[source missing\\];');
    for (const [format, part] of [
      ['docx', 'word/document.xml'],
      ['epub', 'EPUB/article.xhtml'],
    ] as const) {
      const files = unzipSync((await exportStoryline(document, format)).body);
      expect(strFromU8(files[part] ?? new Uint8Array())).toContain('[source missing]');
    }
  });

  it('is refused by those who refuse it', () => {
    const warnings = exportWarnings(sampleDocument());
    expect(refusals(warnings, ['unsupported', 'stale'])).toEqual([]);
    expect(refusals(warnings, ['contested'])).toMatchObject([{ claim: 'The rate is 29%' }]);
  });
});

describe('the manifest', () => {
  it('is named by every format, and is the hash of the JSON export', async () => {
    const document = sampleDocument();
    const json = (await exportStoryline(document, 'json')).body;
    const manifest = `sha256:${createHash('sha256').update(json).digest('hex')}`;
    for (const format of ExportFormat.exclude(['json', 'pdf']).options) {
      const { body } = await exportStoryline(document, format);
      const parts = format === 'docx' || format === 'epub' ? Object.values(unzipSync(body)) : [body];
      expect([format, parts.some((part) => strFromU8(part).includes(manifest))]).toEqual([format, true]);
    }
  });

  it('changes with whatever is exported', () => {
    const [citation, ...others] = sampleDocument().citations;
    if (citation === undefined) throw new Error('the sample has citations');
    const fetchedAt = '2025-03-05T09:00:01.000Z';
    const later = { ...citation, item: { ...citation.item, fetchedAt } };
    expect(manifestOf(sampleDocument({ citations: [later, ...others] }))).not.toBe(
      manifestOf(sampleDocument()),
    );
  });
});
