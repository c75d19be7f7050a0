import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './normalise.ts';
import { tokens } from './tokens.ts';

const words = (text: string) => tokens(text).map((t) => t.text);
const spans = (text: string) => tokens(text).map((t) => text.slice(t.start, t.end));

describe('tokens', () => {
  it('folds case, diacritics and compatibility forms, and keeps the source spans', () => {
    const text = 'L’ÉTAT ﬁxe São-Paulo Straße Ｔａｒｉｆｆ';
    expect(words(text)).toEqual(['l', 'etat', 'fixe', 'sao', 'paulo', 'strasse', 'tariff']);
    expect(spans(text)).toEqual(['L', 'ÉTAT', 'ﬁxe', 'São', 'Paulo', 'Straße', 'Ｔａｒｉｆｆ']);
  });

  it('folds a decomposed letter like its composed form, and the span takes the mark with it', () => {
    const text = 'cafe\u0301 noir';
    expect(words(text)).toEqual(['cafe', 'noir']);
    expect(spans(text)).toEqual(['cafe\u0301', 'noir']);
  });

  it('writes Arabic-script words alike whatever keyboard typed them', () => {
    expect(words('كابول')).toEqual(words('کابول'));
    expect(words('موسمياتي تبديلي')).toEqual(words('موسمیاتی تبدیلی'));
    expect(words('مُؤَتَمَر')).toEqual(words('موتمر'));
    expect(words('الأمــــن')).toEqual(words('الامن'));
    expect(words('تعرفه‌ها')).toEqual(['تعرفه', 'ها']);
  });

  it('reads Eastern digits as digits', () => {
    expect(words('۲۹ ٢٩ २९')).toEqual(['29', '29', '29']);
  });

  it('reads a dotted acronym as one word', () => {
    expect(words('the U.N. and U.S.-led J. Smith')).toEqual(['the', 'un', 'and', 'us', 'led', 'j', 'smith']);
    expect(spans('the U.N. and')).toEqual(['the', 'U.N', 'and']);
  });

  it('lets every ideograph stand alone', () => {
    expect(words('气候变化 COP30')).toEqual(['气', '候', '变', '化', 'cop30']);
  });

  it('folds a text of any length as one', () => {
    expect(foldText(' Straße,\n'.repeat(3000))).toBe('strasse '.repeat(3000).trimEnd());
    expect(foldText(`${'a'.repeat(2040)}ﷺ!`)).toBe('a'.repeat(2040) + foldText('ﷺ'));
    expect(foldText(`${' '.repeat(3000)}—`)).toBe('');
  });

  it('counts sentences, but not the stops of abbreviations', () => {
    const text = 'Mr. Dar spoke in the U.N. Security Council. Then he left! کابل میں حملہ۔ دوسرا';
    const sentence = new Map(tokens(text).map((t) => [t.text, t.sentence]));
    expect(sentence.get('dar')).toBe(0);
    expect(sentence.get('council')).toBe(0);
    expect(sentence.get('then')).toBe(1);
    expect(sentence.get('کابل')).toBe(2);
    expect(sentence.get('دوسرا')).toBe(3);
  });

  it('survives lone surrogates, emoji and letters above the basic plane', () => {
    const text = 'a\ud800b 🔥𝐓𝐚𝐫𝐢𝐟𝐟\udc00 𠀀';
    expect(words(text)).toEqual(['a', 'b', 'tariff', '𠀀']);
    expect(spans(text)[2]).toBe('𝐓𝐚𝐫𝐢𝐟𝐟');
  });

  it('never reports a span outside the text, out of order, or folding to something else', () => {
    const any = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(any, (text) => {
        let last = 0;
        for (const token of tokens(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          expect(foldText(text.slice(token.start, token.end)).replaceAll(' ', '')).toBe(token.text);
          last = token.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads a megabyte of anything in bounded time', () => {
    const huge = 'U.N.'.repeat(100_000) + 'ﷺ'.repeat(100_000) + '\ud800'.repeat(500_000);
    expect(tokens(huge).length).toBeGreaterThan(0);
  });
});
