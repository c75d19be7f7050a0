import type { SaidValues } from '@throughline/schema';
import { sizeIn, spanIn } from '@throughline/schema/said';
import type { Messages } from './catalogue.ts';

/** Names and addresses stand in isolates: they read from left to right in a line that does not. */
const as = (written: string | number | undefined) => `⁨${written}⁩`;

const REFUSALS: Readonly<Record<number, string>> = {
  304: 'نے ”کچھ نہیں بدلا“ کہا، حالانکہ موازنے کے لیے کچھ بھیجا ہی نہیں گیا تھا',
  400: 'یہ درخواست نہیں سمجھتا',
  401: 'نام اور پاس ورڈ مانگتا ہے',
  402: 'پیسے مانگتا ہے',
  403: 'ڈیسک کو پڑھنے نہیں دیتا',
  404: 'کے پاس اس پتے پر کچھ نہیں ہے',
  406: 'اسے ایسی کسی شکل میں نہیں دیتا جو ڈیسک پڑھ سکے',
  408: 'درخواست کا انتظار کرتے کرتے رک گیا',
  410: 'کہتا ہے کہ یہ فیڈ ہمیشہ کے لیے ختم ہو گئی ہے',
  429: 'کہتا ہے کہ اس سے بہت بار پوچھا گیا',
  451: 'قانونی وجوہات سے اسے نہیں دکھا سکتا',
  500: 'میں اپنی کوئی خرابی ہے',
  502: 'اپنے پیچھے والی مشین تک نہیں پہنچ پا رہا',
  503: 'فی الحال بند ہے',
  504: 'کو اپنے پیچھے والی مشین سے جواب نہیں ملا',
};

const rhythm = (usual: number | undefined) =>
  usual === undefined ? '' : ` عام طور پر یہ ہر ${spanIn('ur', usual)} میں کچھ لاتا ہے۔`;
const entry = (title: string | undefined) =>
  title === undefined ? 'بغیر عنوان کا اندراج' : `”${as(title)}“`;

export const saidWords: Messages['said'] = {
  sentences: {
    told: ({ named = '' }: SaidValues) => named,
    bad_url: () => 'یہ http یا https کا پتہ نہیں ہے۔',
    no_address: () => 'یہ کوئی ویب پتہ نہیں ہے۔',
    port: ({ host, n }) => `${as(host)} کا پورٹ ${as(n)} ایسا نہیں جس پر فیڈ ملتی ہوں۔`,
    private_address: ({ host }) => `${as(host)} ایک نجی پتے پر لے جاتا ہے، جس سے ڈیسک رابطہ نہیں کرتا۔`,
    dns_unknown: ({ host }) => `نام ${as(host)} نہیں ملا۔`,
    dns_empty: ({ host }) => `نام ${as(host)} کا کوئی پتہ نہیں ہے۔`,
    dns_later: ({ host }) => `نام ${as(host)} ابھی تلاش نہیں کیا جا سکا۔`,
    dns: ({ host }) => `نام ${as(host)} تلاش نہیں کیا جا سکا۔`,
    refused: ({ host }) => `${as(host)} نے رابطہ قبول نہیں کیا۔`,
    unreachable: ({ host }) => `${as(host)} تک یہاں سے نہیں پہنچا جا سکتا۔`,
    reset: ({ host }) => `${as(host)} نے رابطہ توڑ دیا۔`,
    timeout: ({ host }) => `${as(host)} نے وقت پر جواب نہیں دیا۔`,
    endless: ({ host }) => `${as(host)} نے جواب دینا شروع کیا مگر وقت پر ختم نہیں کیا۔`,
    tls_expired: ({ host }) => `${as(host)} کے سرٹیفکیٹ کی میعاد ختم ہو چکی ہے۔`,
    tls_name: ({ host }) => `${as(host)} کا سرٹیفکیٹ کسی اور نام کا ہے۔`,
    tls_unsigned: ({ host }) => `${as(host)} کے سرٹیفکیٹ پر کسی اور کے دستخط نہیں ہیں۔`,
    tls: ({ host, named }) => `${as(host)} سے محفوظ رابطہ نہیں بن سکا (${as(named)})۔`,
    no_http: ({ host }) => `${as(host)} نے ایسی چیز بھیجی جو HTTP نہیں ہے۔`,
    exchange: ({ host, named }) => `${as(host)} سے لین دین ناکام رہا: ${as(named)}۔`,
    redirect_loop: ({ host }) => `${as(host)} ڈیسک کو ایک ہی دائرے میں گھماتا ہے۔`,
    many_redirects: ({ n }) => `پتہ ${as(n)} سے زیادہ بار آگے بھیجا گیا۔`,
    bad_redirect: ({ host }) => `${as(host)} ڈیسک کو آگے بھیجتا ہے، مگر کسی ویب پتے پر نہیں۔`,
    aborted: () => 'درخواست واپس لے لی گئی۔',
    busy: ({ host }) => `${as(host)} چاہتا ہے کہ کچھ دیر اس سے نہ پوچھا جائے۔ بعد میں دوبارہ کوشش کریں۔`,
    http: ({ host, n = 0 }) => {
      const what = REFUSALS[n] ?? (n >= 500 ? REFUSALS[500] : 'نے ایسا جواب دیا جو ڈیسک کے کام کا نہیں');
      return `${as(host)} ${what} (${as(n)})۔`;
    },
    nothing: () => 'پڑھنے کو کچھ نہیں تھا۔',
    too_large: ({ n = 0 }) => `جواب ${sizeIn('ur', n)} سے بڑا ہے۔`,
    long_headers: ({ host }) => `${as(host)} نے حد سے لمبے ہیڈر بھیجے۔`,
    short: ({ host }) => `${as(host)} نے جتنا بتایا تھا اس سے کم بھیجا۔`,
    broken_off: ({ host }) => `${as(host)} جواب کے بیچ میں رک گیا۔`,
    cut_off: () => 'دبایا ہوا جواب ادھورا تھا۔',
    many_layers: () => 'جواب بہت سی تہوں میں دبایا ہوا ہے۔',
    unasked_layer: ({ named }) => `جواب ${as(named)} سے دبایا ہوا ہے، جو کسی نے نہیں مانگا تھا۔`,
    bad_layer: ({ named }) => `جواب کہتا ہے کہ وہ ${as(named)} سے دبایا ہوا ہے، مگر پڑھا نہیں جا سکتا۔`,
    empty: () => 'جواب خالی ہے؛ اس میں کوئی فیڈ نہیں۔',
    broken_json: () => 'جواب JSON جیسا لگتا ہے مگر ٹوٹا ہوا ہے؛ اس سے کوئی فیڈ نہیں پڑھی جا سکی۔',
    other_json: () => 'جواب JSON ہے، مگر JSON Feed نہیں۔',
    no_markup: () => 'جواب نہ XML ہے نہ JSON؛ اس میں کوئی فیڈ نہیں۔',
    web_page: () => 'جواب ایک ویب صفحہ ہے، فیڈ نہیں۔',
    other_xml: ({ named }) => `جواب XML ہے (${as(`<${named}>`)})، مگر کسی جانی پہچانی قسم کی فیڈ نہیں۔`,
    unreadable: ({ named }) => `فیڈ پڑھی نہیں جا سکی: ${as(named)}۔`,
    too_slow: () => 'فیڈ پڑھنے میں بہت دیر لگی، اس لیے چھوڑ دی گئی۔',
    reader_broke: () => 'فیڈ پڑھی نہیں جا سکی: پڑھنے والے کی یادداشت ختم ہو گئی یا وہ رک گیا۔',
    not_stored: () => 'فیڈ پڑھ لی گئی مگر محفوظ نہیں ہو سکی۔ وجہ ورکر کے لاگ میں ہے۔',
    names_no_feed: ({ host }) => `${as(host)} کسی فیڈ کا نام نہیں لیتا۔`,
    has_no_feed: ({ host }) => `${as(host)} کسی فیڈ کا نام نہیں لیتا، اور عام پتوں پر بھی کوئی نہیں ہے۔`,
    gone: () => 'ناشر کہتا ہے کہ یہ فیڈ ہمیشہ کے لیے ختم ہو گئی ہے۔ اس سے دوبارہ نہیں پوچھا جائے گا۔',
    silent: ({ ms = 0, usual }) => `یہ ${spanIn('ur', ms)} سے کچھ نیا نہیں لایا۔${rhythm(usual)}`,
    frozen: ({ ms = 0, usual }) => `یہ ${spanIn('ur', ms)} سے بالکل ایک ہی جواب دے رہا ہے۔${rhythm(usual)}`,
    flooding: ({ n, usual }) => `یہ ایک دن میں ${as(n)} نئی خبریں لایا؛ عام طور پر ${as(usual)} ہوتی ہیں۔`,
    slow: ({ ms = 0 }) => `اسے جواب دینے میں تقریباً ${Math.round(ms / 1000)} سیکنڈ لگتے ہیں۔`,
    entry_no_address: ({ named }) => `${entry(named)} چھوڑ دیا گیا: اس کا کوئی پتہ نہیں۔`,
    entry_link: ({ named }) => `${entry(named)} چھوڑ دیا گیا: یہ لنک ہے، فیڈ نہیں۔`,
    entry_bad_address: ({ named, address }) =>
      `${entry(named)} چھوڑ دیا گیا: ${as(address)} ایسا http یا https پتہ نہیں جو استعمال ہو سکے۔`,
    list_too_deep: () => 'فائل میں بہت گہری تہیں ہیں؛ اس جگہ کے بعد کچھ نہیں پڑھا گیا۔',
    list_none: () => 'یہ OPML فائل نہیں ہے: اس میں ⁨<opml>⁩ نہیں ہے۔',
    list_unmarked: () => 'فائل میں ⁨<opml>⁩ نہیں ہے؛ جو فیڈ جیسا لگا وہ پھر بھی پڑھ لیا گیا۔',
    list_cut_off: () => 'فائل ادھوری یا خراب ہے: اس کا آخری حصہ نہیں ہے۔',
    list_empty: () => 'فائل میں کوئی فیڈ درج نہیں۔',
    list_too_long: ({ n, usual }) => `پہلی ${as(usual)} کے بعد کی ${as(n)} فیڈ چھوڑ دی گئیں۔`,
    list_more: ({ n }) => `... اور مزید ${as(n)}۔`,
  },
  times: (sentence, times) =>
    `${sentence} ${times === 1 ? 'ایسا ایک بار ہوا۔' : `ایسا لگاتار ${times} بار ہوا۔`}`,
};
