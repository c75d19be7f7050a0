import { expect, test } from 'vitest';
import { readWire } from './wire.ts';

test.each([
  ['UPDATE 2-Fed raises rates', { title: 'Fed raises rates', prefix: 'update', revision: 2 }],
  ['CORRECTED-Bank names chief', { title: 'Bank names chief', prefix: 'correction', revision: 1 }],
  ['WRAPUP 1-Markets fall', { title: 'Markets fall', prefix: 'roundup', revision: 1 }],
  ['Quake hits coast (LEAD 3)', { title: 'Quake hits coast', prefix: null, revision: 3 }],
  ['Quake hits coast - Reuters', { title: 'Quake hits coast' }],
  ['GLOBAL MARKETS-Shares fall on weak data', { title: 'Shares fall on weak data' }],
  ['Tailor to buy its rival (TLR)', { title: 'Tailor to buy its rival' }],
  ['Taxes net Harbour $2.1M, fees 0', { title: 'Taxes net Harbour $2.1M, fees' }],
  ['Live and let live: a village feast', { title: 'Live and let live: a village feast' }],
  ['Budget talks stall ...', { title: 'Budget talks stall' }],
])('%s', (title, marks) => {
  expect(readWire({ title })).toMatchObject(marks);
});

test("a publisher's own name is taken off, other ends stay", () => {
  expect(readWire({ title: 'Storm nears coast | Harbour Times', publisher: 'Harbour Times' }).title).toBe(
    'Storm nears coast',
  );
  const cut = { title: 'Storm nears coast - HBR-TV 16, Delm  ...', publisher: 'HBR TV 16' };
  expect(readWire(cut).title).toBe('Storm nears coast');
  expect(readWire({ title: 'Storm nears coast - what to do', publisher: 'Harbour Times' }).title).toContain(
    'what to do',
  );
});

test.each([
  ['KABUL (Reuters) - Officials said', 'reuters'],
  ['LONDON, Jan 5 (AP) — Officials said', 'ap'],
  ['Officials said. Source: Xinhua', 'xinhua'],
  ['Officials said the agency spoke to Reuters reporters', null],
])('%s', (text, agency) => {
  expect(readWire({ title: 't', text }).agency).toBe(agency);
});
