import { pluralIn } from './plural.ts';

/** English for backups. */

const plural = pluralIn('en');

export const backupWords = {
  title: 'Backup',
  lead: 'One archive holds the whole desk as it was at one moment. It is made by a command on the desk’s machine, while the desk runs; put it into that machine’s timetable.',
  never: 'No backup has been made yet.',
  last: (when: string) => `The last backup was made ${when}.`,
  holds: (items: number, storylines: number, size: string) =>
    `${plural(items, '1 item', '# items')}, ${plural(storylines, '1 storyline', '# storylines')}, ${size}.`,
  make: 'To make one',
  restore: 'To bring it back, into an empty place',
  careful:
    'The archive holds everything, the secrets of webhooks included: keep it where only you can read it, and not on the same disk.',
};
