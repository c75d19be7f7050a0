import { describe, expect, it } from 'vitest';
import { baseLanguage, guessLanguage, isFunctionWord } from './language.ts';

describe('guessLanguage', () => {
  it.each([
    ['en', 'The council said on Monday that it will vote on the new tariffs'],
    ['fr', 'Le Conseil de sécurité se réunit lundi pour examiner la situation dans le pays'],
    ['es', 'El Consejo de Seguridad se reúne el lunes para examinar la situación en el país'],
    ['ru', 'Совет Безопасности ООН проведет в понедельник заседание по ситуации в стране'],
    ['ar', 'يعقد مجلس الأمن جلسة يوم الاثنين من أجل بحث الوضع في البلاد بعد الهجوم'],
    ['fa', 'شورای امنیت سازمان ملل روز دوشنبه نشستی برای بررسی وضعیت کشور برگزار می‌کند'],
    ['ur', 'سلامتی کونسل پیر کے روز ملک کی صورتحال پر غور کے لیے اجلاس کرے گی'],
    ['ps', 'د ملګرو ملتونو امنیت شورا به د دوشنبې په ورځ د هېواد د وضعیت په اړه غونډه وکړي'],
  ])('knows %s', (language, text) => {
    const guess = guessLanguage(text);
    expect(guess?.language).toBe(language);
    expect(guess?.confidence).toBeGreaterThan(0.3);
  });

  it('is unsure, or silent, where nothing tells', () => {
    expect(guessLanguage('12:30 — 2025')).toBeNull();
    expect(guessLanguage('Reko Diq')).toBeNull();
  });
});

describe('baseLanguage', () => {
  it('reads tags', () => {
    expect([
      baseLanguage('en-GB'),
      baseLanguage('PS_af'),
      baseLanguage('english'),
      baseLanguage(null),
    ]).toEqual(['en', 'ps', null, null]);
  });
});

describe('isFunctionWord', () => {
  it('knows the empty words of several languages', () => {
    expect([isFunctionWord('the'), isFunctionWord('از'), isFunctionWord('tariff')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
