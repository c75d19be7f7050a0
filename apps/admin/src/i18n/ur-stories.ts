import type { storyWords as English } from './en-stories.ts';
import { pluralIn } from './plural.ts';

/** Urdu words of one story. */

const plural = pluralIn('ur');

export const storyWords: typeof English = {
  phases: { developing: 'جاری', quiet: 'خاموش' },
  names: 'نام',
  named: (name, reports) => plural(reports, `${name}، 1 رپورٹ`, `${name}، # رپورٹیں`),
  timeline: 'واقعہ کیسے بڑھا',
  firstOf: 'اس ناشر کی پہلی رپورٹ',
  brings: (figures) => `نئے اعداد: ${figures}`,
  reportsTitle: 'کس نے خبر دی، اور کس نے کس کو دہرایا',
  move: 'چنی ہوئی یہاں منتقل کریں …',
  moveWhich: 'کس واقعے میں منتقل کریں؟',
  didMove: (headline) => `منتقل کیا گیا: ${headline}`,
  reasons: {
    joined: (before, next) => `${before}؛ ${next}`,
    listed: (before, next) => `${before}، ${next}`,
    first: 'پہلی رپورٹ',
    began: 'اس سے وہ واقعہ شروع ہوا جس میں اب پرانی رپورٹیں بھی ہیں',
    again: 'وہی خبر دوبارہ',
    regrouped: 'نئے سرے سے گروہ بندی',
    sameNames: (list, n) => plural(n, `وہی نام (${list})`, `وہی نام (${list})`),
    sameFigures: (list, n) => plural(n, `وہی عدد (${list})`, `وہی اعداد (${list})`),
    sameBoth: (list) => `وہی نام اور اعداد (${list})`,
    words: (list, n) => plural(n, `وہی لفظ (${list})`, `وہی الفاظ (${list})`),
    likeness: (value) => `مشابہت ${value}`,
    wording: {
      duplicate: (percent) => `نقل: ${percent}% الفاظ وہی`,
      excerpt: (percent) => `وہی متن، چھوٹا یا بڑا: ${percent}% الفاظ وہی`,
      version: (percent) => `ترمیم شدہ: ${percent}% الفاظ وہی`,
      update: (percent) => `تازہ صورت: ${percent}% الفاظ وہی`,
      independent: (percent) => `اپنی رپورٹ: ${percent}% الفاظ وہی`,
    },
    newFigures: (list) => `نئے اعداد: ${list}`,
    curator: {
      put: 'ایک مرتب نے یہاں رکھا',
      joined: 'ایک مرتب نے انہیں ملایا',
      parted: 'ایک مرتب نے انہیں الگ کیا',
    },
    bothName: (list) => `دونوں میں یہ نام: ${list}`,
    bothGive: (list) => `دونوں میں یہ اعداد: ${list}`,
  },
  links: 'دوسری زبانوں میں',
  linksText: 'یہ بظاہر وہی واقعہ ہیں۔',
  linkStates: {
    sure: 'ناموں، اعداد اور وقت سے ملا',
    proposed: 'یقینی نہیں: کیا یہ وہی ہے؟',
    confirmed: 'تصدیق شدہ',
    rejected: 'وہی نہیں',
  },
  same: 'وہی واقعہ',
  notSame: 'وہی نہیں',
  didSame: 'وہی واقعہ ہونے کی تصدیق ہوئی',
  didNotSame: 'الگ رکھا گیا',
  rebuild: {
    open: 'نئے سرے سے گروہ بندی …',
    title: 'سب محفوظ خبروں کی نئے سرے سے گروہ بندی',
    lead: 'ڈیسک پسِ پردہ ہر محفوظ خبر کو دوبارہ پڑھ کر واقعات نئے سرے سے بناتا ہے۔ اس دوران یہ فہرست پرانی خبروں سے شروع ہو کر بھرتی ہے۔',
    keeps:
      'لوگوں کے کیے ہوئے انضمام، تقسیم، منتقلیاں اور نام برقرار رہتے ہیں۔ جو پڑھا، نقل کیا یا طے کیا گیا، کچھ ضائع نہیں ہوتا۔',
    begin: 'شروع کریں',
    running: 'محفوظ خبروں کی نئے سرے سے گروہ بندی ہو رہی ہے',
    progress: (done, total) => `محفوظ خبروں کی گروہ بندی: ${total} میں سے ${done}`,
    last: (when, by) =>
      by === null ? `آخری بار ${when}، کمانڈ لائن سے۔` : `آخری بار ${when}، بذریعہ ⁨${by}⁩۔`,
    agrees: (value, items) => `پہلے والے واقعات سے مطابقت: ${value} (1 = بالکل وہی، ${items} خبریں)۔`,
  },
  nothingFound: 'اس نام کا کوئی واقعہ نہیں۔',
  adds: (n, of) =>
    n === 0 ? 'کچھ نیا نہیں بتاتی' : plural(n, `${of} میں سے 1 نیا جملہ`, `${of} میں سے # نئے جملے`),
  told: 'پہلے کی کسی رپورٹ میں آ چکا',
};
