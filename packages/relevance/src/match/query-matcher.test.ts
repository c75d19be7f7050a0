import { describe, expect, it } from 'vitest';
import { compileSearch } from './query-matcher.ts';

const search = (query: string, title: string, text = '') => {
  const matcher = compileSearch(query);
  if (!('match' in matcher)) return matcher.message;
  return matcher.match({ title, text })?.map((span) => span.text) ?? null;
};

describe('compileSearch', () => {
  it('finds words near each other, in order, in one sentence, in a field', () => {
    expect(search('steel NEAR/3 tariff~', 'Tariffs on cheap steel')).toEqual(['Tariffs on cheap steel']);
    expect(search('steel NEAR/2 tariff~', 'Tariffs on cheap steel')).toBeNull();
    expect(search('steel ONEAR/9 tariff~', 'Tariffs on cheap steel')).toBeNull();
    expect(search('SENT(steel, tariff~)', 'Tariffs. Steel')).toBeNull();
    expect(search('SENT(steel, tariff~)', 'Tariffs, steel')).toEqual(['steel']);
    expect(search('text:steel', 'steel', 'more steel')).toEqual(['steel']);
    expect(search('steel NEAR/5 tariff~', 'steel', 'tariff')).toBeNull();
    expect(search('atleast/2(steel)', 'steel', 'steel')).toEqual(['steel', 'steel']);
    expect(search('atleast/3(steel)', 'steel', 'steel')).toBeNull();
  });

  it('matches by absence', () => {
    expect(search('NOT steel', 'Wood')).toEqual([]);
    expect(search('wood -steel', 'Wood')).toEqual(['Wood']);
    expect(search('wood -steel', 'Wood and steel')).toBeNull();
    expect(search('wood AND NOT steel', 'Wood and steel')).toBeNull();
  });

  it('answers a wrong query with its fault', () => {
    expect(search('steel AND', 'x')).toContain('not expected');
  });
});
