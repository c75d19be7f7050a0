import { pluralIn } from './plural.ts';

/** English for webhooks. */

const plural = pluralIn('en');

export const webhookWords = {
  title: 'Webhooks',
  lead: 'Other programs are told when something happens here: a signed request to their address. Addresses in private networks need FETCH_ALLOW.',
  address: 'Address',
  tell: 'Tell it of',
  events: {
    'item.relevant': 'an item relevant for a topic',
    'story.new': 'a new story',
    'story.large': 'a story of five independent origins',
    'storyline.published': 'a storyline published or updated',
    'storyline.corrected': 'a storyline corrected',
    'storyline.alert': 'a storyline’s alert',
  },
  testEvent: 'a test',
  lastTest: 'The last test:',
  add: 'Add a webhook',
  shownOnce: 'Copy this secret now: what is sent is signed with it. It is not shown again.',
  emptyTitle: 'No program is told anything',
  emptyText: 'Add the address of one that should be.',
  test: 'Send a test',
  switchOff: 'Switch off',
  switchOn: 'Switch on',
  remove: 'Remove',
  disabled: (when: string) => `Switched off on ${when}.`,
  failing: (when: string) => `Nothing has been taken since ${when}.`,
  last: 'Last deliveries',
  taken: 'taken',
  waiting: 'on its way',
  again: (when: string) => `Again at ${when}.`,
  givenUp: (n: number) => plural(n, 'Given up after 1 attempt.', 'Given up after # attempts.'),
};
