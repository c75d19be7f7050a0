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
    dormantBy: 'خود بخود خاموش ہونے دیں',
    dormantDays: 'بغیر کسی پیش رفت یا ترمیم کے اتنے دن بعد',
    splitOff: 'نئے سلسلے کے طور پر الگ کریں',
    splitDone: (headline: string) => `”${headline}“ کے نام سے الگ سلسلہ بنا دیا گیا`,
    reopen: 'دوبارہ جاری کریں',
    reopened: 'سلسلہ دوبارہ جاری ہے',
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
      dormant: 'خاموش ہو گیا:',
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
      wake: (title: string) => `${title}`,
      dormant: (days: number) =>
        plural(
          days,
          '1 دن سے اس میں کوئی پیش رفت نہیں۔ نئی خبر اسے پھر جاری کر دے گی۔',
          '# دن سے اس میں کوئی پیش رفت نہیں۔ نئی خبر اسے پھر جاری کر دے گی۔',
        ),
      drift: 'آخری حوالے کسی اور مضمون کے ہیں؛ ان کا اپنا سلسلہ بہتر ہو سکتا ہے۔',
      driftOf: (footnotes: string) =>
        `حاشیے ${footnotes} کسی اور مضمون کے ہیں؛ ان کا اپنا سلسلہ بہتر ہو سکتا ہے۔`,
    },
    putAway: (text: string) => `ہٹا دیں: ${text}`,
    alertClosed: 'اطلاع ہٹا دی گئی',
    todayNone: 'کوئی سلسلہ آپ کا منتظر نہیں۔',
    todayWaiting: (n: number, more: number) =>
      [
        ...(n === 0 ? [] : [plural(n, '1 تجویز منتظر ہے', '# تجاویز منتظر ہیں')]),
        ...(more === 0 ? [] : [plural(more, '1 اور اطلاع', '# اور اطلاعات')]),
      ].join('، '),
  },
  timeline: {
    none: 'ابھی نہ کوئی تاریخ ہے نہ حوالہ۔',
    coverage: 'ناشر کے لحاظ سے خبریں',
    reports: (n: number) => plural(n, '1 رپورٹ', '# رپورٹیں'),
    kinds: { event: 'واقعہ', coverage: 'رپورٹ', update: 'تازہ' },
  },
  related: {
    contains: 'اس میں شامل',
    partOf: 'اس کا حصہ',
    follows: 'اس کے بعد کا',
    followedBy: 'اس کے آگے',
    alone: 'ابھی کوئی دوسرا سلسلہ نہیں۔',
    how: 'آپس کا تعلق',
    which: 'دوسرا سلسلہ',
    tie: 'جوڑیں',
    untie: (headline: string) => `الگ کریں: ${headline}`,
    points: 'نکات',
    pointsLead: 'دوسرے سلسلوں کے دعوے، جو حوالوں سمیت یہاں استعمال ہو سکتے ہیں۔',
    pointsSearch: 'نکات میں تلاش',
    pointsNone: 'کسی دوسرے سلسلے میں ایسا دعویٰ نہیں۔',
    usePoint: (text: string) => `یہاں استعمال کریں: ${text}`,
    pointUsed: 'نکتہ حوالوں سمیت شامل ہو گیا',
  },
  slots: {
    label: 'حصے کی قسم',
    at: 'وقت',
    names: {
      chapter: 'باب',
      development: 'پیش رفت',
      update: 'تازہ ترین',
      context: 'پس منظر',
      correction: 'تصحیح',
    },
  },
  hero: {
    label: 'تصویر',
    url: 'تصویر کا پتا',
    alt: 'اس میں کیا ہے',
    caption: 'عنوان',
    credit: 'بشکریہ',
    keep: 'تصویر تحریر میں محفوظ کریں',
    keeping: 'تصویر لائی جا رہی ہے…',
    keepLead: 'Word، EPUB اور PDF فائلوں میں صرف محفوظ کی ہوئی تصویر آتی ہے۔ خیال رکھیں کہ تصویر کس کی ہے۔',
    kept: (size: string) => `تحریر میں محفوظ ہے (${size})`,
    keptNow: 'تصویر تحریر میں محفوظ ہو گئی',
    remove: 'تصویر ہٹائیں',
    altMissing: 'جو دیکھ نہیں سکتے ان کے لیے لکھیں کہ تصویر میں کیا ہے۔',
  },
  held: (name: string) => `${name} یہاں لکھ رہے ہیں۔`,
  heldTake: 'یہاں آپ لکھیں',
  sectionDrag: 'حصہ کھینچ کر جگہ بدلیں',
  stats: (words: number, minutes: number) =>
    `${plural(words, '1 لفظ', '# الفاظ')}، ${plural(minutes, '1 منٹ', '# منٹ')}`,
  slash: {
    label: 'یہ بنائیں',
    none: 'اس نام کی کوئی چیز نہیں۔',
    blocks: { text: 'متن', heading: 'سرخی', quote: 'اقتباس', bullets: 'فہرست', numbers: 'نمبر وار فہرست' },
  },
  pasted: {
    found: (title: string, publisher: string) => `ڈیسک پر موجود: ”${title}“، ${publisher}`,
    cite: 'حوالہ دیں',
    unknown: 'ڈیسک کی کسی خبر کا یہ پتا نہیں۔',
    fetch: 'اسے خبر کے طور پر لائیں',
    fetching: 'صفحہ لایا جا رہا ہے…',
  },
  historyShown: (n: number) => `یہ محفوظ شدہ نسخہ ${n} ہے، تحریر کی موجودہ حالت نہیں۔`,
  historyCompareWith: 'کس سے موازنہ',
  historyNow: 'موجودہ',
};
