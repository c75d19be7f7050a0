import type { PublishedKind } from '@throughline/schema';

/** The words around a published page, in its own language. */
export interface PublicationLabels {
  corrections: string;
  versions: string;
  version: string;
  earlier: string;
  latest: string;
  /** Said instead of a piece that was taken back. */
  withdrawn: string;
  kind: Record<PublishedKind, string>;
}

const english: PublicationLabels = {
  corrections: 'Corrections',
  versions: 'All versions',
  version: 'Version',
  earlier: 'This is an earlier version of this article.',
  latest: 'Read the latest version',
  withdrawn: 'This article has been withdrawn by its publisher.',
  kind: { first: 'First published', update: 'Update', correction: 'Correction', edit: 'Edited' },
};

const byLanguage: Record<string, PublicationLabels> = {
  en: english,
  ar: {
    corrections: 'تصحيحات',
    versions: 'كل النسخ',
    version: 'النسخة',
    earlier: 'هذه نسخة سابقة من هذا المقال.',
    latest: 'اقرأ أحدث نسخة',
    withdrawn: 'سحب الناشر هذا المقال.',
    kind: { first: 'النشر الأول', update: 'تحديث', correction: 'تصحيح', edit: 'تحرير' },
  },
  ur: {
    corrections: 'تصحیحات',
    versions: 'تمام نسخے',
    version: 'نسخہ',
    earlier: 'یہ اس مضمون کا پرانا نسخہ ہے۔',
    latest: 'تازہ ترین نسخہ پڑھیں',
    withdrawn: 'ناشر نے یہ مضمون واپس لے لیا ہے۔',
    kind: { first: 'پہلی اشاعت', update: 'تازہ خبر', correction: 'تصحیح', edit: 'ترمیم' },
  },
  fa: {
    corrections: 'اصلاحیه‌ها',
    versions: 'همهٔ نسخه‌ها',
    version: 'نسخه',
    earlier: 'این نسخهٔ پیشین این مقاله است.',
    latest: 'خواندن تازه‌ترین نسخه',
    withdrawn: 'ناشر این مقاله را پس گرفته است.',
    kind: { first: 'نخستین انتشار', update: 'تازه', correction: 'اصلاح', edit: 'ویرایش' },
  },
  ps: {
    corrections: 'سمونونه',
    versions: 'ټولې نسخې',
    version: 'نسخه',
    earlier: 'دا د دې لیکنې پخوانۍ نسخه ده.',
    latest: 'وروستۍ نسخه ولولئ',
    withdrawn: 'خپرونکي دا لیکنه بېرته اخیستې ده.',
    kind: { first: 'لومړی ځل خپور شو', update: 'تازه', correction: 'سمون', edit: 'سمونه' },
  },
  fr: {
    corrections: 'Rectificatifs',
    versions: 'Toutes les versions',
    version: 'Version',
    earlier: 'Ceci est une version antérieure de cet article.',
    latest: 'Lire la dernière version',
    withdrawn: 'Cet article a été retiré par son éditeur.',
    kind: {
      first: 'Première publication',
      update: 'Mise à jour',
      correction: 'Rectificatif',
      edit: 'Retouche',
    },
  },
  es: {
    corrections: 'Correcciones',
    versions: 'Todas las versiones',
    version: 'Versión',
    earlier: 'Esta es una versión anterior de este artículo.',
    latest: 'Leer la última versión',
    withdrawn: 'El editor ha retirado este artículo.',
    kind: {
      first: 'Primera publicación',
      update: 'Actualización',
      correction: 'Corrección',
      edit: 'Retoque',
    },
  },
  ru: {
    corrections: 'Исправления',
    versions: 'Все версии',
    version: 'Версия',
    earlier: 'Это более ранняя версия статьи.',
    latest: 'Читать последнюю версию',
    withdrawn: 'Издатель отозвал эту статью.',
    kind: { first: 'Опубликовано', update: 'Дополнение', correction: 'Исправление', edit: 'Правка' },
  },
};

/** Words for a BCP 47 language; English where there are none. */
export function publicationLabels(language: string): PublicationLabels {
  const key = language.toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(byLanguage, key) ? (byLanguage[key] ?? english) : english;
}
