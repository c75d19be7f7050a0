import { bench, describe } from 'vitest';
import { findClaims } from './find-claims.ts';

// `pnpm exec vitest bench packages/storylines --run`: one run reads 100 sentences.
const sentences: readonly (readonly [string, string])[] = [
  [
    'en',
    'The attack killed 13 American service members and over 170 Afghans in August 2021, officials said.',
  ],
  [
    'en',
    'A 29% tariff on $5.1 billion of textiles would cost between 200,000 and 300,000 jobs within two years.',
  ],
  [
    'en',
    '“We will not step back,” Trade Minister Jam Kamal said on April 7, 2025, before the talks in Geneva.',
  ],
  [
    'en',
    'Negotiators left the hall late, and nobody would say whether the ministers had agreed on anything.',
  ],
  ['fr', 'Près d’un tiers du pays a été inondé en 2022 et 1 700 personnes sont mortes, selon les autorités.'],
  ['ur', 'سیلاب سے ایک تہائی ملک ڈوب گیا اور 1,700 سے زائد افراد ہلاک ہوئے، حکام نے کہا۔'],
  ['ar', 'نزح نحو ثلاثة ملايين شخص وقتل أكثر من 170 مدنيا منذ عام 2022، كما قال مسؤولون.'],
  ['ru', 'Пошлина в 29% затронет экспорт на 5,6 млрд долларов, сообщили в министерстве 7 апреля 2025 года.'],
  ['es', 'El ataque mató a 13 soldados y a más de 170 afganos en agosto de 2021, dijo el Pentágono.'],
  ['fa', 'حدود یک سوم کشور در سال ۲۰۲۲ زیر آب رفت و سه میلیون نفر آواره شدند.'],
];

describe('findClaims', () => {
  bench('100 sentences in six languages', () => {
    for (let i = 0; i < 10; i++) for (const [language, text] of sentences) findClaims(text, language);
  });
});
