import { pluralIn } from './plural.ts';

/** English words of what a storyline watches: its evidence, and the news that continue it. */

const plural = pluralIn('en');

export const trackingWords = {
  watched: {
    state: {
      kept: 'Still there.',
      changed: 'Other words stand there now.',
      gone: 'Gone from its source.',
      unchecked: 'Could not be checked.',
    },
    by: {
      page: (when: string) => `Page read ${when}.`,
      feed: (when: string) => `Edited by the publisher ${when}.`,
    },
    next: (when: string) => `Read again ${when}.`,
    check: 'Check all sources now',
    asked: (n: number) =>
      n === 0
        ? 'All cited pages were read within the last hour.'
        : plural(n, 'One citation is looked for on its page.', '# citations are looked for on their pages.'),
  },
  tracking: {
    settings: 'What it goes by',
    byCitations: 'It always goes by what the piece cites: its subject, names and stories.',
    byTopics: 'Also by the topics of the piece',
    rules: 'Also by a rule of its own',
    rulePlaceholder: 'tariff~ NEAR/8 textile* AND NOT cricket',
    ruleSave: 'Save rule',
    quietDays: 'Tell after so many days without independent news',
    dormantBy: 'Let it fall dormant by itself',
    dormantDays: 'After so many days without any development or edit',
    splitOff: 'Split off as a new storyline',
    splitDone: (headline: string) => `Split off as “${headline}”`,
    reopen: 'Open it again',
    reopened: 'Open again',
    keys: 'Enter or a cites, x declines, j and k go on.',
    looked: (when: string) => `Looked ${when}.`,
    sameStory: 'Same story as what is cited.',
    sameStoryAs: (footnotes: string) => `Same story as footnote ${footnotes}.`,
    names: (names: string) => `Names ${names}.`,
    terms: (terms: string) => `Speaks of ${terms}.`,
    topic: (name: string) => `In the topic ${name}.`,
    rule: (words: string) => `Your rule found ${words}.`,
    adds: (n: number) =>
      n === 0
        ? 'Tells nothing that is not cited already.'
        : plural(n, 'Adds 1 sentence.', 'Adds # sentences.'),
    others: (n: number, publishers: string) =>
      `${plural(n, '1 more report', '# more reports')} (${publishers})`,
    alertsLabel: 'Alerts',
    alertKinds: {
      development: 'New:',
      correction: 'Correction:',
      quiet: 'Quiet:',
      drift: 'Drift:',
      wake: 'Awake again:',
      dormant: 'Dormant:',
    },
    alerts: {
      development: (n: number, title: string) =>
        n === 1 ? title : `${title} (${plural(n, '1 report', '# reports')})`,
      correction: {
        kept: (publisher: string, title: string) =>
          `${publisher} revised “${title}”; the cited words are still there.`,
        changed: (publisher: string, title: string) => `${publisher} changed the cited words of “${title}”.`,
        gone: (publisher: string, title: string) => `${publisher} took the cited words out of “${title}”.`,
      },
      quiet: (days: number) =>
        plural(
          days,
          'nothing new from an independent publisher for 1 day.',
          'nothing new from an independent publisher for # days.',
        ),
      wake: (title: string) => `${title}`,
      dormant: (days: number) =>
        plural(
          days,
          'nothing moved in it for 1 day. News will wake it.',
          'nothing moved in it for # days. News will wake it.',
        ),
      drift: 'what was cited last is about another subject; a storyline of its own may do it more justice.',
      driftOf: (footnotes: string) =>
        `footnotes ${footnotes} are about another subject; a storyline of their own may do it more justice.`,
    },
    putAway: (text: string) => `Put away: ${text}`,
    alertClosed: 'Alert put away',
    todayNone: 'No storyline waits for you.',
    todayWaiting: (n: number, more: number) =>
      [
        ...(n === 0 ? [] : [plural(n, '1 suggestion waits', '# suggestions wait')]),
        ...(more === 0 ? [] : [plural(more, '1 more alert', '# more alerts')]),
      ].join(', '),
  },
  timeline: {
    none: 'Nothing is dated or cited yet.',
    coverage: 'Coverage by publisher',
    reports: (n: number) => plural(n, '1 report', '# reports'),
    kinds: { event: 'Event', coverage: 'Report', update: 'Update' },
  },
  related: {
    contains: 'Contains',
    partOf: 'Part of',
    follows: 'Follows',
    followedBy: 'Followed by',
    alone: 'There is no other storyline yet.',
    how: 'How they belong together',
    which: 'Another storyline',
    tie: 'Tie',
    untie: (headline: string) => `Untie: ${headline}`,
    points: 'Points',
    pointsLead: 'What other storylines have claimed, to use here with its citations.',
    pointsSearch: 'Search points',
    pointsNone: 'No other storyline claims anything like this.',
    usePoint: (text: string) => `Use here: ${text}`,
    pointUsed: 'Point added with its citations',
  },
  slots: {
    label: 'Kind of section',
    at: 'Time',
    names: {
      chapter: 'Chapter',
      development: 'Development',
      update: 'Update',
      context: 'Context',
      correction: 'Correction',
    },
  },
  hero: {
    label: 'Picture',
    url: 'Address of the picture',
    alt: 'What it shows',
    caption: 'Caption',
    credit: 'Credit',
    keep: 'Keep the picture in the piece',
    keeping: 'Fetching the picture…',
    keepLead: 'Word, EPUB and PDF files carry only a picture that is kept. Mind whose it is.',
    kept: (size: string) => `Kept in the piece (${size})`,
    keptNow: 'Picture kept in the piece',
    remove: 'Remove the picture',
    altMissing: 'Say what it shows, for those who cannot see it.',
  },
  held: (name: string) => `${name} is writing here.`,
  heldTake: 'Write here instead',
  sectionDrag: 'Drag to move the section',
  stats: (words: number, minutes: number) =>
    `${plural(words, '1 word', '# words')}, ${plural(minutes, '1 minute', '# minutes')}`,
  slash: {
    label: 'Turn into',
    none: 'Nothing is called so.',
    blocks: { text: 'Text', heading: 'Heading', quote: 'Quote', bullets: 'List', numbers: 'Numbered list' },
  },
  pasted: {
    found: (title: string, publisher: string) => `On the desk: “${title}”, ${publisher}`,
    cite: 'Cite it',
    unknown: 'No item of the desk has this address.',
    fetch: 'Fetch it as an item',
    fetching: 'Fetching the page…',
  },
  historyShown: (n: number) =>
    `This is revision ${n}, as it was saved; it is not the piece as it stands now.`,
  historyCompareWith: 'Compare with',
  historyNow: 'Now',
};
