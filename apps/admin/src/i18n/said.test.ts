import { inEnglish, type Said, type SaidCode } from '@throughline/schema';
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { saidIn } from './said.ts';
import { ur } from './ur.ts';

const values = { host: 'paper.example', named: 'Dawn', address: 'javascript:x', n: 404, usual: 90, ms: 72e5 };

test('whatever a sentence about a source names it names in both languages', () => {
  const missing = (Object.keys(en.said.sentences) as SaidCode[]).flatMap((code) => {
    const said: Said = { code, ...values };
    const [english, urdu] = [saidIn(en, said), saidIn(ur, said)];
    expect(english).toBe(inEnglish(said));
    if (code !== 'told') expect(urdu).toMatch(/\p{Script=Arabic}/u);
    return Object.values(values)
      .map(String)
      .filter((value) => english.includes(value) && !urdu.includes(value))
      .map((value) => `${code}: ${value}`);
  });
  expect(missing).toEqual([]);
});

test('a cause is said in the language of its reader, with how often it happened', () => {
  const said: Said = { code: 'http', host: 'dawn.example', n: 404, times: 3 };
  expect(saidIn(en, said)).toBe(
    'dawn.example has nothing at this address (404). This happened 3 times in a row.',
  );
  expect(saidIn(ur, said)).toBe('⁨dawn.example⁩ کے پاس اس پتے پر کچھ نہیں ہے (⁨404⁩)۔ ایسا لگاتار 3 بار ہوا۔');
  expect(saidIn(ur, { code: 'frozen', ms: 4 * 24 * 3_600_000, usual: 2 * 3_600_000 })).toContain('4 دن');
});

test('what another version wrote stays readable', () => {
  const newer = { code: 'of-another-version', named: 'Something else.' } as unknown as Said;
  for (const said of [{ code: 'told', named: 'Something else.' } as const, newer])
    expect([saidIn(en, said), saidIn(ur, said), inEnglish(said)]).toEqual(Array(3).fill('Something else.'));
});
