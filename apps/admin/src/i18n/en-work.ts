/** English for who takes care of what, and notes. */

export const workWords = {
  title: 'Notes',
  caredForBy: 'Taken care of by',
  nobody: 'nobody',
  assignedTo: (name: string) => `Given to ${name}`,
  unassigned: 'Given to nobody',
  newNote: 'New note',
  notePlaceholder: 'A note; @name tells somebody',
  mention: 'Who is meant',
  addNote: 'Add note',
  removeNote: 'Remove this note',
  noteRemoved: 'Note removed',
  inbox: 'For you',
  unseen: (n: number) => `${n} for you`,
  givenBy: (name: string) => `Given to you by ${name}`,
  mentionedBy: (name: string) => `${name} names you`,
  putAway: 'Seen',
};
