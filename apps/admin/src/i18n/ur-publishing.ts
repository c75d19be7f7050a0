/** Urdu words of what an editor is told before a piece leaves. */

const about = (claim: string | null) => (claim === null ? '' : ` ”${claim}“`);

export const publishingWords = {
  exportProblems: {
    unsupported: (claim: string | null) => `دعوے${about(claim)} کی تائید کسی ماخذ سے نہیں ہوتی۔`,
    contested: (claim: string | null) => `دعوے${about(claim)} پر ماخذ الگ الگ جواب دیتے ہیں۔`,
    stale: (claim: string | null) => `دعوے${about(claim)} کے لیے نقل کیے گئے الفاظ ماخذ میں اب نہیں رہے۔`,
    missing: (claim: string | null) =>
      claim === null
        ? 'متن میں ایک ایسا حوالہ ہے جو موجود نہیں؛ اس کی جگہ پر نشان ہے۔'
        : `دعوے${about(claim)} میں ایک ایسا حوالہ ہے جو موجود نہیں۔`,
    image: (_claim: string | null) =>
      'تصویر شامل نہیں کی گئی: اس شکل میں صرف وہی تصویر آتی ہے جو تحریر میں محفوظ ہو۔',
  },
};

export const publicWords = {
  title: 'اشاعت',
  publish: 'شائع کریں',
  isPublic: 'شائع شدہ',
  never: (path: string) =>
    `ابھی شائع نہیں۔ شائع ہونے پر کوئی بھی اسے ${path} پر سائن ان کیے بغیر پڑھ سکے گا۔`,
  publicSince: (version: number, when: string) => `شائع شدہ: نسخہ ${version}، ${when}۔`,
  withdrawnOn: (when: string) =>
    `${when} کو واپس لیا گیا۔ قارئین کو یہی بتایا جاتا ہے۔ دوبارہ شائع کرنے پر تمام نسخے لوٹ آئیں گے۔`,
  nothingNew: 'جو شائع ہے وہی موجودہ تحریر ہے۔',
  refused: 'یہ ڈیسک اسے شائع نہیں کرتا',
  preview: 'دیکھیں کیا شائع ہوگا',
  why: 'نیا نسخہ کیوں؟',
  kinds: { first: 'پہلی اشاعت', update: 'تازہ خبر', correction: 'تصحیح', edit: 'معمولی ترمیم' },
  kindHints: {
    update: 'فیڈ کے ذریعے قارئین کو بتایا جاتا ہے۔',
    correction: 'تصحیحات کی فہرست میں ہمیشہ درج رہتی ہے۔',
    edit: 'صرف الفاظ؛ کسی کو نہیں بتایا جاتا۔',
  },
  note: 'قارئین کو کیا بتایا جائے',
  publishNow: 'ابھی شائع کریں',
  publishVersion: (n: number) => `نسخہ ${n} شائع کریں`,
  published: (n: number) => `نسخہ ${n} شائع ہو گیا`,
  versions: 'نسخے',
  version: (n: number) => `نسخہ ${n}`,
  versionFacts: (when: string, by: string | null, revision: number) =>
    by === null ? `${when}، نظرثانی ${revision}` : `${when}، ${by}، نظرثانی ${revision}`,
  withdraw: 'اشاعت واپس لیں…',
  withdrawAsk:
    'اس کے تمام پتوں پر لکھا ہوگا کہ یہ واپس لے لیا گیا۔ کچھ ضائع نہیں ہوگا؛ دوبارہ شائع کیا جا سکتا ہے۔',
  withdrawNow: 'اشاعت واپس لیں',
  withdrawn: 'اب یہ شائع نہیں ہے۔',
  rules: 'یہ ڈیسک کیا شائع نہیں کرتا',
  rulesLead: 'تمام تحریروں کے لیے۔ باقی چیزوں پر صرف خبردار کیا جاتا ہے۔',
  problems: {
    unsupported: 'بے ماخذ دعوے',
    contested: 'ایسے دعوے جن پر ماخذ متفق نہیں',
    stale: 'ایسے دعوے جن کے نقل کیے گئے الفاظ نہیں رہے',
    missing: 'غائب حوالے',
    image: 'ایسی تصویر جو دکھائی نہیں جا سکتی',
  },
  printing: 'پی ڈی ایف بن رہی ہے؛ چند سیکنڈ لگیں گے۔',
  exportAll: 'سب برآمد کریں',
  exportAllTitle: 'تمام تحریریں برآمد کریں',
  exportAllFormat: 'شکل',
  exportAllStart: (n: number) => (n === 1 ? 'ایک تحریر برآمد کریں' : `${n} تحریریں برآمد کریں`),
  exportAllProgress: (done: number, all: number) => `${all} میں سے ${done}`,
  exportAllStop: 'روکیں',
  exportAllDone: (n: number) => (n === 1 ? 'آرکائیو میں ایک فائل ہے۔' : `آرکائیو میں ${n} فائلیں ہیں۔`),
  exportAllFailed: 'آرکائیو میں شامل نہیں',
  rowPublic: 'شائع شدہ',
};
