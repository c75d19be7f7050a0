import { pluralIn } from './plural.ts';

/** English words of one story: whom it names, how it grew, and what it may be in other languages. */

const plural = pluralIn('en');

export const storyWords = {
  phases: { developing: 'developing', quiet: 'quiet' },
  names: 'Names',
  named: (name: string, reports: number) => plural(reports, `${name}, 1 report`, `${name}, # reports`),
  timeline: 'How it grew',
  firstOf: 'first report of this publisher',
  brings: (figures: string) => `new figures: ${figures}`,
  reportsTitle: 'Who reported it, and who repeated whom',
  move: 'Move chosen to …',
  moveWhich: 'Move to which story?',
  didMove: (headline: string) => `Moved to: ${headline}`,
  reasons: {
    joined: (before: string, next: string) => `${before}; ${next}`,
    listed: (before: string, next: string) => `${before}, ${next}`,
    first: 'first report',
    began: 'began a story that older reports are part of now',
    again: 'the same item again',
    regrouped: 'grouped afresh',
    sameNames: (list: string, n: number) => plural(n, `same name (${list})`, `same names (${list})`),
    sameFigures: (list: string, n: number) => plural(n, `same figure (${list})`, `same figures (${list})`),
    sameBoth: (list: string) => `same names and figures (${list})`,
    words: (list: string, n: number) => plural(n, `same word (${list})`, `same words (${list})`),
    likeness: (value: string) => `likeness ${value}`,
    wording: {
      duplicate: (percent: number) => `copy: ${percent}% of the wording`,
      excerpt: (percent: number) => `same text, shorter or longer: ${percent}% of the wording`,
      version: (percent: number) => `edited version: ${percent}% of the wording`,
      update: (percent: number) => `update: ${percent}% of the wording`,
      independent: (percent: number) => `own report: ${percent}% of the wording`,
    },
    newFigures: (list: string) => `new figures: ${list}`,
    curator: {
      put: 'a curator put it there',
      joined: 'a curator put them together',
      parted: 'a curator took them apart',
    },
    bothName: (list: string) => `both name ${list}`,
    bothGive: (list: string) => `both give ${list}`,
  },
  links: 'In other languages',
  linksText: 'These seem to be the same event.',
  linkStates: {
    sure: 'found by names, figures and time',
    proposed: 'not sure: is it the same?',
    confirmed: 'confirmed',
    rejected: 'not the same',
  },
  same: 'Same event',
  notSame: 'Not the same',
  didSame: 'Confirmed as the same event',
  didNotSame: 'Kept apart',
  rebuild: {
    open: 'Group anew …',
    title: 'Group all stored items anew',
    lead: 'The desk goes through every stored item again and makes the stories afresh, in the background. Meanwhile this list fills up from the oldest items on.',
    keeps:
      'Merges, splits, moves and names that people gave hold. Nothing that was read, cited or decided is lost.',
    begin: 'Begin',
    running: 'Stored items are grouped anew',
    progress: (done: string, total: string) => `Grouping stored items: ${done} of ${total}`,
    last: (when: string, by: string | null) =>
      by === null ? `Last done ${when}, from the command line.` : `Last done ${when} by ${by}.`,
    agrees: (value: string, items: string) =>
      `Agrees with what stood: ${value} (1 = the same stories, ${items} items).`,
  },
  nothingFound: 'No story is called that.',
  adds: (n: number, of: number) =>
    n === 0 ? 'adds nothing new' : plural(n, `adds 1 of ${of} sentences`, `adds # of ${of} sentences`),
  told: 'Told before by an earlier report',
};
