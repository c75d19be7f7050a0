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
};
