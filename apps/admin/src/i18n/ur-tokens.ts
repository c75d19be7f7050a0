/** Urdu for the tokens of programs. */

export const tokenWords = {
  title: 'پروگرام',
  lead: 'ٹوکن کسی پروگرام کو آپ کے نام سے، اپنے کردار کی حد تک، ڈیسک پڑھنے یا بدلنے دیتا ہے: برآمدات اور /trpc پر “Authorization: Bearer …” کے طور پر۔',
  name: 'پروگرام کا نام',
  create: 'ٹوکن بنائیں',
  shownOnce: 'یہ ٹوکن ابھی نقل کر لیں۔ دوبارہ نہیں دکھایا جائے گا۔',
  emptyTitle: 'کوئی پروگرام نہیں آتا',
  emptyText: 'جسے آنا چاہیے اس کے لیے ٹوکن بنائیں۔',
  neverUsed: 'کبھی استعمال نہیں ہوا',
  lastUsed: (when: string) => `آخری بار ${when} استعمال ہوا`,
  revoke: 'منسوخ کریں',
  revoked: 'منسوخ',
};
