import { pluralIn } from './plural.ts';

/** Urdu for the editing of topics and for what verdicts say of their rules. */

const plural = pluralIn('ur');
const number = new Intl.NumberFormat('ur');

export const topicEditing = {
  show: {
    label: 'اس موضوع کا کیا دیکھنا ہے',
    rules: 'قواعد',
    edit: 'ترمیم',
    quality: 'معیار',
    versions: 'نسخے',
  },
  edit: {
    rules: 'قواعد بطور متن',
    checking: 'جانچ ہو رہی ہے…',
    fine: 'یہ قواعد استعمال ہو سکتے ہیں۔',
    place: (line: number, column: number) => `سطر ${line}، خانہ ${column}`,
    tryIt: 'دیکھیں کیا بدلے گا',
    save: 'قواعد محفوظ کریں',
    add: 'شامل کریں',
    drop: 'تبدیلیاں چھوڑ دیں',
    saved: (name: string, version: number) =>
      `${name} کا نسخہ ${version} محفوظ ہو گیا۔ محفوظ خبروں کو پسِ پردہ دوبارہ ٹیگ کیا جا رہا ہے۔`,
    conflict: (version: number) =>
      `اسی دوران نسخہ ${version} محفوظ ہو گیا۔ آپ کی تبدیلیاں یہیں ہیں مگر محفوظ نہیں۔`,
    takeTheirs: 'میری چھوڑیں، ان کی دکھائیں',
    keepMine: 'میری رکھیں، ان کی جگہ',
    whatIf: 'کیا بدلے گا',
    span: 'پچھلے دنوں کی خبریں',
    days: (n: number) => plural(n, 'پچھلا دن', 'پچھلے # دن'),
    trying: 'محفوظ خبریں دونوں قواعد سے پڑھی جا رہی ہیں…',
    ofItems: (n: number) => plural(n, '1 خبر میں سے', '# خبروں میں سے'),
    gainedRight: (n: number) =>
      plural(n, 'نئی آنے والی 1 متعلقہ قرار دی گئی تھی۔', 'نئی آنے والی # متعلقہ قرار دی گئی تھیں۔'),
    gainedWrong: (n: number) =>
      plural(n, 'نئی آنے والی 1 غیر متعلقہ قرار دی گئی تھی۔', 'نئی آنے والی # غیر متعلقہ قرار دی گئی تھیں۔'),
    lostWrong: (n: number) =>
      plural(n, 'جانے والی 1 متعلقہ قرار دی گئی تھی۔', 'جانے والی # متعلقہ قرار دی گئی تھیں۔'),
    lostRight: (n: number) =>
      plural(n, 'جانے والی 1 غیر متعلقہ قرار دی گئی تھی۔', 'جانے والی # غیر متعلقہ قرار دی گئی تھیں۔'),
    gained: (n: number) => plural(n, '1 خبر بڑھی', '# خبریں بڑھیں'),
    lost: (n: number) => plural(n, '1 خبر گئی', '# خبریں گئیں'),
    version: (n: number) => `نسخہ ${n}`,
    cameWithDesk: 'ڈیسک کے ساتھ آیا',
    changes: 'تبدیلیاں',
    restore: 'ترمیم کے لیے کھولیں',
    unchanged: 'قواعد وہی ہیں۔',
    addTopic: 'موضوع شامل کریں',
    openFile: 'فائل کھولیں',
    writeNew: 'نیا لکھیں',
    download: 'ڈاؤن لوڈ',
    switchOff: 'بند کریں',
    switchOn: 'چالو کریں',
    tagging: 'محفوظ خبروں کو دوبارہ ٹیگ کیا جا رہا ہے',
    taggingOf: (done: string, total: string) => `محفوظ خبروں کی ٹیگنگ: ${total} میں سے ${done}`,
    newTitle: 'نیا موضوع',
    unsaved: 'محفوظ نہیں',
    replaced: 'ان قواعد میں آپ کی غیر محفوظ تبدیلیاں ہٹا دی گئیں۔',
    noOffers: 'ڈیسک کے ساتھ آنے والے سب موضوع پہلے ہی شامل ہیں۔',
    testDraft: 'آپ کی غیر محفوظ تبدیلیوں کے ساتھ آزمایا گیا۔',
    testSaved: 'آپ کی غیر محفوظ تبدیلیوں میں خامیاں ہیں: محفوظ قواعد سے آزمایا گیا۔',
    template: `topic my-topic "میرا موضوع"
about "اس میں کیا شامل ہے اور کیا نہیں۔"
relevant 0.5
queue 0.2

concept core weight 4 {
  en: "a phrase" | word~
  ur: "کوئی فقرہ"
}
`,
  },
  why: {
    title: 'کیوں، اور کیوں نہیں',
    nothing: 'کسی موضوع کے قواعد کو یہاں کچھ نہیں ملا اور نہ کچھ قریب آیا۔',
    base: 'آغاز',
    together: 'مجموعہ',
    learned: 'فیصلوں سے سیکھا گیا',
    refused: {
      must: 'اسکور 0 ہے: جو پوری خبر میں ہونا لازم ہے وہ نہیں ہے۔',
      mustNot: 'اسکور 0 ہے: خبر میں وہ ہے جو نہیں ہونا چاہیے۔',
    },
    lacked: (text: string, cues: string) => `”${text}“ کا وزن کم یا صفر رہا: قریب ${cues} نہیں۔`,
    doubted: (text: string, because: string) => `”${text}“ کا وزن ”${because}“ کی وجہ سے گھٹا۔`,
    missed: (text: string, missing: string) => `”${text}“ شمار ہوتا: ${missing}۔`,
  },
  sampling: {
    title: 'قطار کا احاطہ',
    unknown: 'ابھی معلوم نہیں: قطار سے نیچے کی کسی نمونہ خبر پر فیصلہ نہیں ہوا۔',
    interval: (low: string, high: string) => `اہم خبریں قطار میں ہیں (90% یقین سے: ${low} تا ${high})۔`,
    below: (below: string) => `${below} خبریں قطار سے نیچے ہیں۔`,
    judged: (sampled: number, missed: number) =>
      `ان میں سے ${number.format(sampled)} بطور نمونہ جانچی گئیں، ${number.format(missed)} متعلقہ نکلیں۔`,
    waiting: (waiting: number) =>
      plural(waiting, 'ایک نمونہ جائزے کا منتظر ہے۔', '# نمونے جائزے کے منتظر ہیں۔'),
    share: 'قطار سے نیچے کے نمونے',
    usual: 'معمول: ہر 200 میں ایک، جب دس خبروں پر فیصلہ ہو چکے',
    off: 'بند',
    oneIn: (n: number) => `ہر ${number.format(n)} میں ایک`,
    sample: 'نمونہ',
    desk: 'اس ڈیسک پر نمونے (سب موضوع)',
    deskOff: 'پورے ڈیسک کے لیے بند: کوئی موضوع نمونے نہیں دکھاتا۔ ہر موضوع کا اپنا انتخاب برقرار ہے۔',
    why: 'قطار سے نیچے: نمونے کے طور پر دکھائی گئی، تاکہ احاطے کا اندازہ ہو سکے۔',
  },
  quality: {
    precision: 'درستی',
    recall: 'احاطہ',
    noVerdicts: 'ابھی ان میں سے کسی خبر پر فیصلہ نہیں ہوا، اس لیے درستی اور احاطہ معلوم نہیں۔',
    verdicts: 'فیصلے',
    learning: 'کیا سیکھا گیا',
    learningLead:
      'قواعد کے اسکور کی اصلاح، فیصلوں کی اجازت سے زیادہ کبھی نہیں۔ فیصلوں کے بغیر کوئی اصلاح نہیں۔',
    taken: (taken: number, applied: number) =>
      `${plural(taken, '1 فیصلہ لیا گیا', '# فیصلے لیے گئے')}، ان میں سے ${number.format(applied)} ٹیگنگ میں استعمال ہیں۔`,
    learningOff: 'بند ہے: صرف قواعد فیصلہ کرتے ہیں۔',
    stop: 'نہ سیکھیں',
    start: 'فیصلوں سے سیکھیں',
    reset: 'سیکھا ہوا بھلا دیں',
    resetSure: (n: number) =>
      plural(
        n,
        'ایک فیصلے سے جو سیکھا گیا وہ ہمیشہ کے لیے جاتا رہے گا۔ فیصلہ خود باقی رہے گا؛ سیکھنا اگلے فیصلے سے نئے سرے سے شروع ہو گا۔',
        '# فیصلوں سے جو سیکھا گیا وہ ہمیشہ کے لیے جاتا رہے گا۔ فیصلے خود باقی رہیں گے؛ سیکھنا اگلے فیصلے سے نئے سرے سے شروع ہو گا۔',
      ),
    resetNow: 'بھلا دیں',
    forgotten: 'بھلا دیا گیا۔ اسکور اب صرف قواعد سے دوبارہ نکالے جا رہے ہیں۔',
    strongest: 'سب سے مضبوط علامتیں',
    proposals: 'فیصلے کیا تجویز کرتے ہیں',
    noProposals: 'قواعد کی کوئی تبدیلی اب تک کے فیصلوں سے بہتر میل نہیں کھاتی۔',
    change: {
      quoted: (words: string) => `”⁨${words}⁩“`,
      except: (phrases: string) => `${phrases} میں جو آئے اسے شمار نہ کریں۔`,
      penalise: (term: string) => `جس خبر میں ”⁨${term}⁩“ ہو اس میں ہر لفظ پر شبہ کریں۔`,
      threshold: (from: string, to: string) => `${from} کے بجائے ${to} سے متعلقہ شمار کریں۔`,
      term: (term: string, concept: string) => `”⁨${term}⁩“ کو ⁨${concept}⁩ میں شمار کریں۔`,
    },
    toEditor: 'ترمیم میں ڈالیں',
    ofVerdicts: 'فیصلہ شدہ خبروں میں سے',
    terms: 'وہ الفاظ جو متعلقہ خبروں کو باقی سے الگ کرتے ہیں',
    termsLead: 'ہر لفظ کتنی متعلقہ اور غیر متعلقہ خبروں میں آیا۔',
    speaksFor: 'حق میں',
    speaksAgainst: 'خلاف',
    counts: (accepted: number, rejected: number) =>
      `${number.format(accepted)} متعلقہ اور ${number.format(rejected)} غیر متعلقہ خبروں میں`,
  },
};
