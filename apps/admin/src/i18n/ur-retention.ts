import { pluralIn } from './plural.ts';

/** Urdu for what is kept, and for how long. */

const plural = pluralIn('ur');

export const retentionWords = {
  title: 'محفوظ خبریں',
  lead: 'قواعد صرف نشان لگاتے ہیں۔ خبریں صرف اسی سے ہٹتی ہیں: پرانی خبریں جن کی کسی کو ضرورت نہیں۔ جس کا حوالہ کسی سلسلے میں ہو وہ ہمیشہ محفوظ رہتی ہے۔',
  off: (n: number) => plural(n, 'بند۔ اس ڈیسک کی 1 خبر محفوظ ہے۔', 'بند۔ اس ڈیسک کی تمام # خبریں محفوظ ہیں۔'),
  on: (days: number) =>
    plural(
      days,
      'چالو۔ دن میں ایک بار 1 دن سے پرانی غیر ضروری خبریں ہٹتی ہیں۔',
      'چالو۔ دن میں ایک بار # دن سے پرانی غیر ضروری خبریں ہٹتی ہیں۔',
    ),
  gone: (n: number) => plural(n, 'اب تک 1 خبر ہٹ چکی ہے۔', 'اب تک # خبریں ہٹ چکی ہیں۔'),
  days: 'خبریں کتنے دن محفوظ رہیں',
  daysRange: (least: number, most: number) => `${least} سے ${most} دن تک۔`,
  count: 'گنیں کہ کیا ہٹے گا',
  counting: 'گنا جا رہا ہے…',
  nothingOld: (days: number) => plural(days, 'کوئی خبر 1 دن سے پرانی نہیں۔', 'کوئی خبر # دن سے پرانی نہیں۔'),
  wouldRemove: (n: number) => plural(n, '1 خبر ہٹے گی', '# خبریں ہٹیں گی'),
  ofOlder: (n: number, days: number) =>
    `${plural(days, '1 دن', '# دن')} سے پرانی ${plural(n, '1 خبر', '# خبروں')} میں سے۔`,
  keeps: 'اتنی ہی پرانی، مگر محفوظ رہیں گی:',
  because: {
    cited: (n: number) => plural(n, '1 جس کا حوالہ کسی سلسلے میں ہے', '# جن کا حوالہ سلسلوں میں ہے'),
    'beside cited': (n: number) =>
      plural(n, '1 خبر جو حوالہ دی گئی خبر کے ساتھ ہے', '# خبریں جو حوالہ دی گئی خبروں کے ساتھ ہیں'),
    judged: (n: number) => plural(n, '1 جس پر فیصلہ ہو چکا', '# جن پر فیصلہ ہو چکا'),
    marked: (n: number) => plural(n, '1 ستارہ، مؤخر یا مشکوک', '# ستارہ، مؤخر یا مشکوک'),
    'worked on': (n: number) => plural(n, '1 سپرد کی گئی یا نوٹ والی', '# سپرد کی گئی یا نوٹ والی'),
    proposed: (n: number) => plural(n, '1 جو کسی سلسلے کو تجویز ہوئی', '# جو سلسلوں کو تجویز ہوئیں'),
    arranged: (n: number) =>
      plural(n, '1 جس کا واقعہ مرتبین نے ترتیب دیا', '# جن کے واقعات مرتبین نے ترتیب دیے'),
  },
  forGood: 'جو ہٹ گئی وہ واپس نہیں آتی: نہ “واپس لیں” سے، نہ اپنی فیڈ سے۔',
  switchOn: 'چالو کریں',
  switchOff: 'بند کریں',
  didSwitchOn: 'اب سے پرانی خبریں ہٹیں گی',
  didSwitchOff: 'سب کچھ محفوظ ہے',
  runs: 'پچھلی باریاں',
  ran: (n: number, days: number) =>
    `${plural(days, '1 دن', '# دن')} سے پرانی ${plural(n, '1 خبر ہٹی', '# خبریں ہٹیں')}`,
  underWay: 'جاری ہے',
  itemGone: 'یہ خبر پرانی ہونے پر ہٹا دی گئی',
  itemGoneOn: (when: string) => `یہ خبر پرانی ہونے پر ${when} کو ہٹا دی گئی`,
  itemGoneText:
    'مدت پوری ہونے پر اس کی کسی کو ضرورت نہ تھی۔ کسی سلسلے میں اس کا حوالہ نہ تھا: جن الفاظ کا حوالہ سلسلوں میں ہو وہ ہمیشہ محفوظ رہتے ہیں۔',
  itemGoneOriginal: 'ناشر کے ہاں اصل خبر',
};
