import { type Citation, type InlineNode, StorylineDocument } from '@throughline/schema';

const text = (value: string): InlineNode => ({ type: 'text', text: value });
const cite = (citation: number): InlineNode => ({ type: 'citation', attrs: { citation } });
const paragraph = (...content: InlineNode[]) => ({ type: 'paragraph' as const, content });

function citation(id: number, publisher: string, title: string, exact: string, language = 'en'): Citation {
  return {
    id,
    item: {
      id: 100 + id,
      url: `https://wire.example/${publisher.toLowerCase().replaceAll(' ', '-')}/${id}`,
      title,
      publisher,
      publishedAt: '2025-03-05T08:30:00.000Z',
      fetchedAt: '2025-03-05T09:00:00.000Z',
      language,
      contentHash: `sha256:${String(id).padStart(64, '0')}`,
    },
    revision: { id: 1000 + id, number: 1 },
    exact,
    prefix: 'before ',
    suffix: ' after',
    start: 7,
    end: 7 + exact.length,
  };
}

/** A storyline with every kind of node, four sections, two scripts, and hostile characters in foreign text. */
export function sampleDocument(changes: Partial<StorylineDocument> = {}): StorylineDocument {
  return StorylineDocument.parse({
    schemaVersion: 1,
    id: 7,
    slug: 'rate-and-seat',
    headline: 'An arrest opens a door. Trade may close it',
    standfirst: 'One handover, a tariff and a seat in New York now pull at the same thread.',
    bylines: ['Amina Qureshi', 'Jean Moreau'],
    dateline: 'ISLAMABAD',
    date: '2025-04-07',
    language: 'en',
    direction: 'ltr',
    topics: [
      { id: 'isis-k', name: 'ISIS-K', version: '3' },
      { id: 'tariffs', name: 'Tariffs', version: '1' },
    ],
    status: 'open',
    revision: 12,
    updatedAt: '2025-04-07T16:05:00.000Z',
    sections: [
      {
        id: 21,
        title: 'The handover',
        position: 0,
        blocks: [
          paragraph(
            text('Officials said the suspect was flown out on Tuesday'),
            cite(1),
            text('; the attack killed 13 American service members'),
            cite(2),
            text(' and '),
            { type: 'text', text: 'over 170', marks: [{ type: 'bold' }] },
            text(' Afghans'),
            cite(1),
            text('.'),
          ),
          {
            type: 'blockquote',
            content: [paragraph(text('تعاون سے نتیجہ نکلا'), cite(3))],
          },
        ],
      },
      {
        id: 22,
        title: 'A duty & its <price>',
        position: 1,
        blocks: [
          paragraph(
            text('The rate is 29% on '),
            {
              type: 'text',
              text: 'textiles',
              marks: [{ type: 'link', attrs: { href: 'https://wire.example/a?b=1&c=2' } }],
            },
            text(', says a <script>alert(1)</script> trader in *stars* and [brackets].'),
            cite(4),
          ),
          { type: 'heading', attrs: { level: 3 }, content: [text('What is at stake')] },
          {
            type: 'bulletList',
            content: [
              { type: 'listItem', content: [paragraph(text('mills in Faisalabad'))] },
              {
                type: 'listItem',
                content: [
                  paragraph(text('buyers abroad')),
                  {
                    type: 'orderedList',
                    content: [{ type: 'listItem', content: [paragraph(text('first'))] }],
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        id: 24,
        title: 'Rate lowered',
        slot: 'update',
        at: '2025-04-09T10:00:00.000Z',
        position: 3,
        blocks: [paragraph(text('1. A pause was announced.'), { type: 'hardBreak' }, text('- For 90 days.'))],
      },
      {
        id: 23,
        title: 'The seat',
        position: 2,
        blocks: [
          paragraph(
            { type: 'text', text: 'half', marks: [{ type: 'italic' }] },
            text('way through the '),
            { type: 'text', text: 'two-year ', marks: [{ type: 'bold' }, { type: 'italic' }] },
            text('term \ud83d\ude80 and broken \ud800 text'),
          ),
        ],
      },
    ],
    citations: [
      citation(1, 'Harbour Times', 'Suspect handed over', 'was flown out on Tuesday night'),
      citation(2, 'Northern Post', 'What the bombing took', '13 service members were killed'),
      citation(3, 'روزنامہ نمونہ', 'تعاون', 'تعاون سے نتیجہ نکلا', 'ur'),
      citation(
        4,
        '=HYPERLINK("http://x")',
        'Duty </script><b>"rates"</b>',
        'a rate of 29% <img src=x onerror=alert(1)>',
      ),
      citation(5, 'Gulf Desk', 'Never mentioned in the text', 'a rate of 19%'),
    ],
    claims: [
      {
        id: 31,
        kind: 'figure',
        text: '13 American service members were killed',
        status: 'corroborated',
        evidence: [1, 2],
      },
      { id: 32, kind: 'figure', text: 'The rate is 29%', status: 'contested', evidence: [4], against: [5] },
      { id: 33, kind: 'event', text: 'The suspect was flown out', status: 'single', evidence: [1] },
    ],
    ...changes,
  });
}
