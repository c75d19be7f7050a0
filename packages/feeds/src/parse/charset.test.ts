import { expect, test } from 'vitest';
import { decodeBytes } from './charset.ts';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const wide = (text: string, size: 2 | 4, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * size);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) {
    if (size === 2) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
    else view.setUint32(i * 4, text.charCodeAt(i), littleEndian);
  }
  return bytes;
};
const xml = (encoding: string, text: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?><t>${text}</t>`;
const read = (bytes: Uint8Array, contentType: string | null = null): string =>
  decodeBytes(bytes, contentType).text;

test('UTF-16 and UTF-32, with and without a mark, in both orders', () => {
  for (const littleEndian of [true, false]) {
    for (const size of [2, 4] as const) {
      expect(read(wide('<t>é‽</t>', size, littleEndian))).toBe('<t>é‽</t>');
      expect(read(wide('\ufeff<t>é‽</t>', size, littleEndian))).toBe('<t>é‽</t>');
    }
  }
});

test('the mark beats the header, the header the declaration', () => {
  expect(
    read(Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), utf8('<t>é</t>')]), 'text/xml; charset=koi8-r'),
  ).toBe('<t>é</t>');
  expect(read(latin1(xml('utf-8', '\xd4\xc5\xd3\xd4')), 'text/xml; charset="KOI8-R"')).toContain(
    '<t>тест</t>',
  );
  expect(read(latin1(xml('KOI8-R', '\xd4\xc5\xd3\xd4')))).toContain('<t>тест</t>');
});

test('the encodings of the web: Chinese, Japanese, Korean, Arabic', () => {
  expect(read(latin1(xml('gb2312', '\xd6\xd0\xce\xc4')))).toContain('<t>中文</t>');
  expect(read(latin1(xml('big5', '\xa4\xa4\xa4\xe5')))).toContain('<t>中文</t>');
  expect(read(latin1(xml('Shift_JIS', '\x93\xfa\x96{')))).toContain('<t>日本</t>');
  expect(read(latin1(xml('euc-jp', '\xc6\xfc\xcb\xdc')))).toContain('<t>日本</t>');
  expect(read(latin1(xml('ISO-2022-JP', '\x1b$BF|K\\\x1b(B')))).toContain('<t>日本</t>');
  expect(read(latin1(xml('euc-kr', '\xc7\xd1\xb1\xdb')))).toContain('<t>한글</t>');
  expect(read(latin1(xml('windows-1256', '\xc7\xe1\xe3')))).toContain('<t>الم</t>');
});

test('wrong declarations survive, and are told', () => {
  const utf8AsLatin = decodeBytes(utf8(xml('iso-8859-1', 'é “x” اردو')), null);
  expect(utf8AsLatin.text).toContain('é “x” اردو');
  expect(utf8AsLatin.warnings).toHaveLength(1);
  const latinAsUtf8 = decodeBytes(latin1(xml('utf-8', 'caf\xe9 \x93x\x94 \x96 \x80')), null);
  expect(latinAsUtf8.text).toContain('café “x” – €');
  expect(latinAsUtf8.warnings).toHaveLength(1);
  expect(read(latin1(xml('no-such-thing', 'caf\xe9')))).toContain('café');
});

test('windows-1252 punctuation under a Latin-1 label, also after a detour through UTF-8', () => {
  expect(read(latin1(xml('iso-8859-1', '\x93x\x94')))).toContain('<t>“x”</t>');
  expect(read(utf8(xml('utf-8', '\u0093x\u0094')))).toContain('<t>“x”</t>');
});

test('one broken sequence in much good UTF-8 costs one character', () => {
  const bytes = Buffer.concat([
    utf8(xml('utf-8', 'اردو خبریں '.repeat(20))),
    Uint8Array.of(0xff),
    utf8('ختم'),
  ]);
  const decoded = decodeBytes(bytes, null);
  expect(decoded.encoding).toBe('utf-8');
  expect(decoded.text).toContain('\ufffdختم');
});
