import { pluralIn } from './plural.ts';

/** English for what is kept, and for how long. */

const plural = pluralIn('en');

export const retentionWords = {
  title: 'Kept news',
  lead: 'Rules only label. This is the one thing that removes news: old items that nobody needs. What a storyline cites is kept for ever.',
  off: (n: number) =>
    plural(n, 'Off. The one item of this desk is kept.', 'Off. All # items of this desk are kept.'),
  on: (days: number) =>
    plural(
      days,
      'On. Once a day, what is older than 1 day and not needed goes.',
      'On. Once a day, what is older than # days and not needed goes.',
    ),
  gone: (n: number) => plural(n, '1 item has gone so far.', '# items have gone so far.'),
  days: 'Days to keep items for',
  daysRange: (least: number, most: number) => `From ${least} to ${most} days.`,
  count: 'Count what would go',
  counting: 'Counting…',
  nothingOld: (days: number) => plural(days, 'No item is older than 1 day.', 'No item is older than # days.'),
  wouldRemove: (n: number) => plural(n, 'Would remove 1 item', 'Would remove # items'),
  ofOlder: (n: number, days: number) =>
    `of ${plural(n, '1 that is', '# that are')} older than ${plural(days, '1 day', '# days')}.`,
  keeps: 'Keeps, though as old:',
  because: {
    cited: (n: number) => plural(n, '1 that a storyline cites', '# that storylines cite'),
    'beside cited': (n: number) => plural(n, '1 report beside a cited one', '# reports beside cited ones'),
    judged: (n: number) => plural(n, '1 with a verdict', '# with a verdict'),
    marked: (n: number) => plural(n, '1 starred, snoozed or doubted', '# starred, snoozed or doubted'),
    'worked on': (n: number) => plural(n, '1 assigned or noted', '# assigned or noted'),
    proposed: (n: number) => plural(n, '1 proposed to a storyline', '# proposed to storylines'),
    arranged: (n: number) =>
      plural(n, '1 in a story that curators arranged', '# in stories that curators arranged'),
  },
  forGood: 'What goes does not come back: not by undo, and not from its feed.',
  switchOn: 'Switch on',
  switchOff: 'Switch off',
  didSwitchOn: 'Old items go from now on',
  didSwitchOff: 'Everything is kept',
  runs: 'Last passes',
  ran: (n: number, days: number) =>
    `${plural(n, '1 item removed', '# items removed')}, older than ${plural(days, '1 day', '# days')}`,
  underWay: 'under way',
  itemGone: 'This item was removed as old news',
  itemGoneOn: (when: string) => `This item was removed as old news on ${when}`,
  itemGoneText:
    'Nobody needed it when its time was up. No storyline cited it: the words that storylines cite stay for ever.',
  itemGoneOriginal: 'The original at the publisher',
};
