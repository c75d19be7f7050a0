/** Urdu for who takes care of what, and notes. */

export const workWords = {
  title: 'نوٹ',
  caredForBy: 'ذمہ دار',
  nobody: 'کوئی نہیں',
  assignedTo: (name: string) => `${name} کے سپرد`,
  unassigned: 'کسی کے سپرد نہیں',
  newNote: 'نیا نوٹ',
  notePlaceholder: 'نوٹ؛ @نام سے کسی کو بتائیں',
  mention: 'کس سے مراد ہے',
  addNote: 'نوٹ شامل کریں',
  removeNote: 'یہ نوٹ ہٹائیں',
  noteRemoved: 'نوٹ ہٹا دیا گیا',
  inbox: 'آپ کے لیے',
  unseen: (n: number) => `آپ کے لیے ${n}`,
  givenBy: (name: string) => `${name} نے آپ کے سپرد کیا`,
  mentionedBy: (name: string) => `${name} نے آپ کا نام لیا`,
  putAway: 'دیکھ لیا',
};
