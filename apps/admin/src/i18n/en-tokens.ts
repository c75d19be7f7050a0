/** English for the tokens of programs. */

export const tokenWords = {
  title: 'Programs',
  lead: 'A token lets a program read or change the desk in your name, as far as its role goes: as “Authorization: Bearer …” on exports and on /trpc.',
  name: 'What the program is called',
  create: 'Make a token',
  shownOnce: 'Copy this token now. It is not shown again.',
  emptyTitle: 'No program comes in',
  emptyText: 'Make a token for one that should.',
  neverUsed: 'never used',
  lastUsed: (when: string) => `last used ${when}`,
  revoke: 'Revoke',
  revoked: 'revoked',
};
