/** The few words that exports add around a piece, in the piece's own language. */
export interface Labels {
  by: string;
  and: string;
  published: string;
  updated: string;
  sources: string;
  claims: string;
  evidence: string;
  against: string;
  backToText: string;
  source: string;
  photo: string;
  revision: string;
  /** Stands where the text names a source that the document does not hold. */
  missing: string;
  /** Of the whole that every format is made from; a fingerprint follows. */
  manifest: string;
  status: Record<'unsupported' | 'single' | 'corroborated' | 'contested' | 'stale', string>;
  slot: Record<'chapter' | 'development' | 'update' | 'context' | 'correction', string>;
  months: readonly string[];
}

const english: Labels = {
  by: 'By',
  and: 'and',
  published: 'Published',
  updated: 'Updated',
  sources: 'Sources',
  claims: 'What the figures and statements rest on',
  evidence: 'Evidence',
  against: 'Against',
  backToText: 'Back to the text',
  source: 'Source',
  photo: 'Image',
  revision: 'Revision',
  missing: 'source missing',
  manifest: 'Fingerprint',
  status: {
    unsupported: 'Unsupported',
    single: 'Single publisher',
    corroborated: 'Corroborated',
    contested: 'Contested',
    stale: 'Source has changed',
  },
  slot: {
    chapter: '',
    development: 'Development',
    update: 'Update',
    context: 'Context',
    correction: 'Correction',
  },
  months: 'January February March April May June July August September October November December'.split(' '),
};

const byLanguage: Record<string, Labels> = {
  en: english,
  ar: {
    by: 'بقلم',
    and: 'و',
    published: 'نُشر في',
    updated: 'حُدّث في',
    sources: 'المصادر',
    claims: 'على ماذا تستند الأرقام والأقوال',
    evidence: 'الدليل',
    against: 'ما يعارضه',
    backToText: 'العودة إلى النص',
    source: 'المصدر',
    photo: 'الصورة',
    revision: 'المراجعة',
    missing: 'المصدر مفقود',
    manifest: 'البصمة',
    status: {
      unsupported: 'بلا سند',
      single: 'ناشر واحد',
      corroborated: 'مؤكد من أكثر من ناشر',
      contested: 'متنازع عليه',
      stale: 'تغيّر المصدر',
    },
    slot: { chapter: '', development: 'تطور', update: 'تحديث', context: 'سياق', correction: 'تصحيح' },
    months: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' '),
  },
  ur: {
    by: 'تحریر',
    and: 'اور',
    published: 'اشاعت',
    updated: 'تازہ ترین',
    sources: 'ذرائع',
    claims: 'اعداد و شمار اور بیانات کی بنیاد',
    evidence: 'ثبوت',
    against: 'خلاف',
    backToText: 'متن پر واپس',
    source: 'ذریعہ',
    photo: 'تصویر',
    revision: 'نظرثانی',
    missing: 'ذریعہ موجود نہیں',
    manifest: 'شناختی نشان',
    status: {
      unsupported: 'بے ثبوت',
      single: 'ایک ناشر',
      corroborated: 'کئی ناشروں سے تصدیق شدہ',
      contested: 'متنازع',
      stale: 'ذریعہ بدل گیا ہے',
    },
    slot: {
      chapter: '',
      development: 'پیش رفت',
      update: 'تازہ خبر',
      context: 'پس منظر',
      correction: 'تصحیح',
    },
    months: 'جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر'.split(' '),
  },
  fa: {
    by: 'نوشتهٔ',
    and: 'و',
    published: 'انتشار',
    updated: 'به‌روزرسانی',
    sources: 'منابع',
    claims: 'پشتوانهٔ ارقام و گفته‌ها',
    evidence: 'شاهد',
    against: 'در رد آن',
    backToText: 'بازگشت به متن',
    source: 'منبع',
    photo: 'تصویر',
    revision: 'ویرایش',
    missing: 'منبع موجود نیست',
    manifest: 'اثر انگشت',
    status: {
      unsupported: 'بی‌پشتوانه',
      single: 'یک ناشر',
      corroborated: 'تأیید چند ناشر',
      contested: 'محل اختلاف',
      stale: 'منبع تغییر کرده است',
    },
    slot: { chapter: '', development: 'تحول', update: 'تازه', context: 'زمینه', correction: 'اصلاح' },
    months: 'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر'.split(' '),
  },
  ps: {
    by: 'لیکوال',
    and: 'او',
    published: 'خپور شوی',
    updated: 'نوی شوی',
    sources: 'سرچینې',
    claims: 'د شمېرو او ویناوو بنسټ',
    evidence: 'ثبوت',
    against: 'پر خلاف',
    backToText: 'بېرته متن ته',
    source: 'سرچینه',
    photo: 'انځور',
    revision: 'بیاکتنه',
    missing: 'سرچینه نشته',
    manifest: 'د ګوتې نښه',
    status: {
      unsupported: 'بې ثبوته',
      single: 'یو خپرندوی',
      corroborated: 'د څو خپرندویانو تایید',
      contested: 'د اختلاف وړ',
      stale: 'سرچینه بدله شوې',
    },
    slot: { chapter: '', development: 'پرمختګ', update: 'تازه', context: 'شالید', correction: 'سمون' },
    months: 'جنوري فبروري مارچ اپریل مۍ جون جولای اګست سپتمبر اکتوبر نومبر دسمبر'.split(' '),
  },
  fr: {
    by: 'Par',
    and: 'et',
    published: 'Publié le',
    updated: 'Mis à jour le',
    sources: 'Sources',
    claims: 'Sur quoi reposent les chiffres et les propos',
    evidence: 'À l’appui',
    against: 'À l’encontre',
    backToText: 'Retour au texte',
    source: 'Source',
    photo: 'Image',
    revision: 'Révision',
    missing: 'source manquante',
    manifest: 'Empreinte',
    status: {
      unsupported: 'Sans source',
      single: 'Une seule source',
      corroborated: 'Recoupé',
      contested: 'Contesté',
      stale: 'La source a changé',
    },
    slot: {
      chapter: '',
      development: 'Développement',
      update: 'Mise à jour',
      context: 'Contexte',
      correction: 'Rectificatif',
    },
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  },
  es: {
    by: 'Por',
    and: 'y',
    published: 'Publicado el',
    updated: 'Actualizado el',
    sources: 'Fuentes',
    claims: 'En qué se apoyan las cifras y las afirmaciones',
    evidence: 'A favor',
    against: 'En contra',
    backToText: 'Volver al texto',
    source: 'Fuente',
    photo: 'Imagen',
    revision: 'Revisión',
    missing: 'falta la fuente',
    manifest: 'Huella',
    status: {
      unsupported: 'Sin fuente',
      single: 'Un solo medio',
      corroborated: 'Corroborado',
      contested: 'Discutido',
      stale: 'La fuente ha cambiado',
    },
    slot: {
      chapter: '',
      development: 'Novedad',
      update: 'Actualización',
      context: 'Contexto',
      correction: 'Corrección',
    },
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
      ' ',
    ),
  },
  ru: {
    by: 'Автор:',
    and: 'и',
    published: 'Опубликовано',
    updated: 'Обновлено',
    sources: 'Источники',
    claims: 'На чём основаны цифры и утверждения',
    evidence: 'Подтверждает',
    against: 'Противоречит',
    backToText: 'Назад к тексту',
    source: 'Источник',
    photo: 'Изображение',
    revision: 'Версия',
    missing: 'источник отсутствует',
    manifest: 'Отпечаток',
    status: {
      unsupported: 'Без источника',
      single: 'Один источник',
      corroborated: 'Подтверждено',
      contested: 'Данные расходятся',
      stale: 'Источник изменился',
    },
    slot: {
      chapter: '',
      development: 'Развитие',
      update: 'Дополнение',
      context: 'Контекст',
      correction: 'Исправление',
    },
    months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  },
};

const primary = (language: string) => language.toLowerCase().split(/[-_]/)[0] ?? '';

/** Labels for a BCP 47 language; English where there are none. */
export function labelsFor(language: string): Labels {
  const key = primary(language);
  return Object.hasOwn(byLanguage, key) ? (byLanguage[key] ?? english) : english;
}

const rightToLeft = new Set('ar arc ckb dv fa he ku-arab ks ps sd syr ug ur yi'.split(' '));

/** Which way a BCP 47 language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const tag = language.toLowerCase().replaceAll('_', '-');
  if (/-(?:arab|hebr|thaa|syrc)\b/.test(tag)) return 'rtl';
  if (/-(?:latn|cyrl|deva)\b/.test(tag)) return 'ltr';
  return rightToLeft.has(primary(tag)) ? 'rtl' : 'ltr';
}

/** Which way a text reads: by the majority of its letters, `fallback` where it has none of either side. */
export function directionOfText(text: string, fallback: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  const right =
    text.match(/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu)?.length ?? 0;
  const left = (text.match(/\p{L}/gu)?.length ?? 0) - right;
  if (right === left) return fallback;
  return right > left ? 'rtl' : 'ltr';
}

/** A date for readers: the day of `2025-04-07` or of a moment (in UTC), as `7 April 2025`. Empty if unreadable. */
export function readableDate(iso: string | null, labels: Labels): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '');
  const month = labels.months[Number(match?.[2]) - 1];
  return match === null || month === undefined ? '' : `${Number(match[3])} ${month} ${match[1]}`;
}

/** Names in one line: `A, B and C`. */
export function joinNames(names: readonly string[], labels: Labels): string {
  const last = names.at(-1);
  if (last === undefined || names.length === 1) return last ?? '';
  return `${names.slice(0, -1).join(', ')} ${labels.and} ${last}`;
}
