import { pluralIn } from './plural.ts';

/** Urdu words of what a storyline watches. */

const plural = pluralIn('ur');

export const trackingWords = {
  watched: {
    state: {
      kept: 'الفاظ اب بھی موجود ہیں۔',
      changed: 'اب وہاں دوسرے الفاظ ہیں۔',
      gone: 'ماخذ سے ہٹ چکے ہیں۔',
      unchecked: 'جانچ نہ ہو سکی۔',
    },
    by: {
      page: (when: string) => `صفحہ ${when} پڑھا گیا۔`,
      feed: (when: string) => `ناشر نے ${when} ترمیم کی۔`,
    },
    next: (when: string) => `${when} دوبارہ پڑھا جائے گا۔`,
    check: 'تمام ماخذ ابھی جانچیں',
    asked: (n: number) =>
      n === 0
        ? 'حوالوں کے تمام صفحات پچھلے ایک گھنٹے میں پڑھے جا چکے ہیں۔'
        : plural(
            n,
            'ایک حوالہ اپنے صفحے پر تلاش کیا جا رہا ہے۔',
            '# حوالے اپنے صفحات پر تلاش کیے جا رہے ہیں۔',
          ),
  },
  tracking: {
    settings: 'کس بنیاد پر نظر رکھے',
    byCitations: 'یہ ہمیشہ تحریر کے حوالوں پر چلتا ہے: ان کا مضمون، نام اور واقعات۔',
    byTopics: 'تحریر کے موضوعات پر بھی',
    rules: 'اپنے ایک قاعدے پر بھی',
    rulePlaceholder: 'ٹیرف NEAR/8 ٹیکسٹائل AND NOT کرکٹ',
    ruleSave: 'قاعدہ محفوظ کریں',
    quietDays: 'آزاد خبر کے بغیر اتنے دن بعد بتائیں',
    keys: 'Enter یا a سے حوالہ دیں، x سے رد کریں، j اور k سے آگے پیچھے جائیں۔',
    looked: (when: string) => `${when} دیکھا گیا۔`,
    sameStory: 'وہی واقعہ جس کا حوالہ موجود ہے۔',
    sameStoryAs: (footnotes: string) => `وہی واقعہ جو حاشیہ ${footnotes} میں ہے۔`,
    names: (names: string) => `${names} کا نام لیتی ہے۔`,
    terms: (terms: string) => `${terms} کا ذکر ہے۔`,
    topic: (name: string) => `موضوع ${name} میں ہے۔`,
    rule: (words: string) => `آپ کے قاعدے کو ${words} ملا۔`,
    adds: (n: number) =>
      n === 0
        ? 'کوئی ایسی بات نہیں جس کا حوالہ پہلے سے نہ ہو۔'
        : plural(n, '1 نیا جملہ لاتی ہے۔', '# نئے جملے لاتی ہے۔'),
    others: (n: number, publishers: string) => `${plural(n, '1 اور رپورٹ', '# اور رپورٹیں')} (${publishers})`,
    alertsLabel: 'اطلاعات',
    alertKinds: {
      development: 'نئی پیش رفت:',
      correction: 'تصحیح:',
      quiet: 'خاموشی:',
      drift: 'رخ بدلا:',
      wake: 'پھر سے جاری:',
    },
    alerts: {
      development: (n: number, title: string) =>
        n === 1 ? title : `${title} (${plural(n, '1 رپورٹ', '# رپورٹیں')})`,
      correction: {
        kept: (publisher: string, title: string) =>
          `${publisher} نے ”${title}“ میں ترمیم کی؛ حوالے کے الفاظ اب بھی موجود ہیں۔`,
        changed: (publisher: string, title: string) =>
          `${publisher} نے ”${title}“ میں حوالے کے الفاظ بدل دیے۔`,
        gone: (publisher: string, title: string) => `${publisher} نے ”${title}“ سے حوالے کے الفاظ نکال دیے۔`,
      },
      quiet: (days: number) =>
        plural(
          days,
          '1 دن سے کسی آزاد ناشر کی کوئی نئی خبر نہیں۔',
          '# دن سے کسی آزاد ناشر کی کوئی نئی خبر نہیں۔',
        ),
      wake: (title: string) => title,
      drift: 'آخری حوالے کسی اور مضمون کے ہیں؛ ان کا اپنا سلسلہ بہتر ہو سکتا ہے۔',
      driftOf: (footnotes: string) =>
        `حاشیے ${footnotes} کسی اور مضمون کے ہیں؛ ان کا اپنا سلسلہ بہتر ہو سکتا ہے۔`,
    },
    putAway: (text: string) => `ہٹا دیں: ${text}`,
    alertClosed: 'اطلاع ہٹا دی گئی',
    todayNone: 'کوئی سلسلہ آپ کا منتظر نہیں۔',
    todayWaiting: (n: number) => plural(n, '1 تجویز منتظر ہے', '# تجاویز منتظر ہیں'),
  },
};
