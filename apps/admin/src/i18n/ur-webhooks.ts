import { pluralIn } from './plural.ts';

/** Urdu for webhooks. */

const plural = pluralIn('ur');

export const webhookWords = {
  title: 'ویب ہک',
  lead: 'جب یہاں کچھ ہو تو دوسرے پروگراموں کو ان کے پتے پر دستخط شدہ پیغام بھیجا جاتا ہے۔ نجی نیٹ ورک کے پتوں کے لیے FETCH_ALLOW چاہیے۔',
  address: 'پتا',
  tell: 'کس کی خبر دیں',
  events: {
    'item.relevant': 'کسی موضوع سے متعلق خبر',
    'story.new': 'نیا واقعہ',
    'story.large': 'پانچ آزاد ذرائع والا واقعہ',
    'storyline.published': 'سلسلہ شائع یا تازہ ہوا',
    'storyline.corrected': 'سلسلے کی تصحیح',
    'storyline.alert': 'سلسلے کی تنبیہ',
  },
  testEvent: 'آزمائش',
  lastTest: 'آخری آزمائش:',
  add: 'ویب ہک شامل کریں',
  shownOnce: 'یہ راز ابھی نقل کر لیں: پیغامات پر اسی سے دستخط ہوتے ہیں۔ دوبارہ نہیں دکھایا جائے گا۔',
  emptyTitle: 'کسی پروگرام کو کچھ نہیں بتایا جاتا',
  emptyText: 'جسے بتانا ہو اس کا پتا شامل کریں۔',
  test: 'آزمائش بھیجیں',
  switchOff: 'بند کریں',
  switchOn: 'چالو کریں',
  remove: 'ہٹائیں',
  disabled: (when: string) => `${when} کو بند ہوا۔`,
  failing: (when: string) => `${when} سے کچھ وصول نہیں ہوا۔`,
  last: 'پچھلے پیغامات',
  taken: 'وصول ہوا',
  waiting: 'راستے میں',
  again: (when: string) => `دوبارہ ${when} پر۔`,
  givenUp: (n: number) => plural(n, '1 کوشش کے بعد چھوڑ دیا۔', '# کوششوں کے بعد چھوڑ دیا۔'),
};
