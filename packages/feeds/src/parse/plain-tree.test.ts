import fc from 'fast-check';
import Parser from 'rss-parser';
import { expect, test } from 'vitest';
import { readPlainTree, type Vocabulary } from './plain-tree.ts';

const everything: Vocabulary = {
  verdict: () => 'keep',
  containers: new Set(['rss', 'channel', 'item', 'x:y']),
  attributes: new Map(['a', 'b', 'href', 'version'].map((name) => [name, true])),
};
const read = (text: string, vocabulary = everything) =>
  readPlainTree(text, () => vocabulary)?.document ?? null;

/** What rss-parser's own XML parser makes of it; null where it refuses. */
function byXml2js(text: string): unknown {
  const { xmlParser } = new Parser() as unknown as {
    xmlParser: { parseString(text: string, done: (error: unknown, result: unknown) => void): void };
  };
  let answer: unknown = null;
  xmlParser.parseString(text, (error, result) => {
    answer = error ? null : result;
  });
  return answer;
}

/** White space around texts is nobody's matter. */
function trimmed(node: unknown): unknown {
  if (typeof node === 'string') return node.trim();
  if (Array.isArray(node)) return node.map(trimmed);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, trimmed(value)]));
}

const names = fc.constantFrom('item', 'title', 'x:y', 'a-b');
const text = fc.oneof(
  fc.constantFrom(
    't',
    ' ',
    '\n',
    'é“',
    '&amp;',
    '&lt;b&gt;',
    '&quot;',
    '&apos;',
    '&#233;',
    '&#x2019;',
    '<![CDATA[<b>&amp;]]>',
    '<![CDATA[]]>',
    '<!-- c -->',
    '<?pi x?>',
  ),
  fc.constantFrom(
    '&',
    '&nbsp;',
    '&#0;',
    '<',
    '>',
    ']]>',
    '<b>',
    '</item>',
    '<![CDATA[',
    '<!-- ',
    '<!DOCTYPE x>',
  ),
);
const attributes = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ' a="1"',
        " b='&lt;&amp;'",
        '\n href = "x>y"',
        ' a="&#8217;"',
        ' a="2"',
        ' a=1',
        ' b',
        ' a="<"',
        '\t',
      ),
    ),
    { maxLength: 2 },
  )
  .map((parts) => parts.join(''));
const tree = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    text,
    fc
      .tuple(names, attributes, tie('nodes'), fc.constantFrom('', '', ' ', '\n'))
      .map(([name, inside, content, space]) => `<${name}${inside}>${content}</${name}${space}>`),
    fc.tuple(names, attributes).map(([name, inside]) => `<${name}${inside}/>`),
  ),
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((parts) => parts.join('')),
})).nodes;

test('what is read is what rss-parser’s own XML parser reads', () => {
  let compared = 0;
  fc.assert(
    fc.property(tree, (inside) => {
      const document = `<?xml version="1.0"?>\n<rss version="2.0"><channel>${inside}</channel></rss>\n`;
      const ours = read(document);
      if (ours === null) return;
      const theirs = byXml2js(document);
      // Their parser also refuses what does no harm (two hyphens in a comment).
      if (theirs === null) return;
      compared++;
      expect(trimmed(ours)).toEqual(trimmed(theirs));
    }),
    { numRuns: 2000 },
  );
  expect(compared).toBeGreaterThan(400);
});

test.each([
  ['a mismatched end', '<rss><item></rss></item>'],
  ['a cut-off end', '<rss><item>a</item>'],
  ['a raw ampersand', '<rss>a & b</rss>'],
  ['a name of HTML', '<rss>a&nbsp;b</rss>'],
  ['128 to 159, which are windows-1252', '<rss>&#146;</rss>'],
  ['a character that XML forbids', '<rss>&#0;</rss>'],
  ['a document type', '<!DOCTYPE rss><rss/>'],
  ['text behind the root', '<rss/>x'],
  ['a second root', '<rss/><rss/>'],
  ['an unquoted attribute', '<rss><item a=1/></rss>'],
  ['a "<" in an attribute', '<rss><item a="<"/></rss>'],
  ['nesting without end', `<rss>${'<item>'.repeat(60)}${'</item>'.repeat(60)}</rss>`],
])('%s is left to the second reader', (_name, broken) => {
  expect(read(broken)).toBeNull();
});

const some: Vocabulary = {
  ...everything,
  verdict: (name) => (name === 'x:y' ? 'skip' : name === 'second' ? 'decline' : 'keep'),
  attributes: new Map([
    ['href', true],
    ['ispermalink', false],
    ['isPermaLink', true],
  ]),
};

test('strangers are passed over where elements are expected, and not lost between words', () => {
  expect(read('<rss><x:y q="1">a<item>b</item></x:y><item>c</item></rss>', some)).toEqual({
    rss: { item: ['c'] },
  });
  expect(read('<rss><title>a <x:y>b</x:y></title></rss>', some)).toBeNull();
  expect(read('<rss><x:y><second/></x:y></rss>', some)).toBeNull();
});

test('an attribute that is read, in another case, is for the second reader', () => {
  expect(read('<rss><guid isPermaLink="false">a</guid></rss>', some)).toEqual({
    rss: { guid: [{ $: { isPermaLink: 'false' }, _: 'a' }] },
  });
  expect(read('<rss><guid isPermalink="false">a</guid></rss>', some)).toBeNull();
});
