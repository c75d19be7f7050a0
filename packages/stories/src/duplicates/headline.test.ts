import { expect, test } from 'vitest';
import { readHeadline, sameHeadline } from './headline.ts';

const CUT = /(?:\.{3}|…)$/;
const read = (title: string) => readHeadline(title.replace(CUT, ''), CUT.test(title));

test.each([
  ['Japan says Tidecoin’s not a currency, but taxable', 'Japan says Tidecoin is not currency but taxable'],
  ['Rover to buy Lane for $1.8 bn', 'Rover to buy Lane for $1.8B'],
  ['Harbour collects US$2 million in pot taxes', 'Harbour collects $2 million in pot taxes'],
  [
    'US federal prosecutors open criminal probe of recall',
    'Federal prosecutors open criminal probe of recall: source',
  ],
  ['Minister: reforms vindicate my data leaks', 'Reforms vindicate data leaks, says minister'],
  ['REPORT: exchange faced 150000 attacks a second', 'Exchange faced 150000 attacks a second -report'],
  ['WATCH: stars seek to empower women in campaign', 'Stars seek to empower women in campaign (+video)'],
  ['Tara Lane - Tara Lane apologises for harbour tweet', 'Tara Lane apologises for harbour tweet'],
  ['Exchange files for bankruptcy to halt class...', 'Exchange files for bankruptcy to halt class action'],
])('%s = %s', (a, b) => {
  expect(sameHeadline(read(a), read(b))).toBe(true);
});

test.each([
  ['Sbarro pizza chain files for bankruptcy', 'Pizza chain Sbarro files for bankruptcy'],
  ['Stronger krone could delay rate rise', 'Stronger krone would delay rate rise'],
  ['Chain files for bankruptcy again', 'Chain files for bankruptcy'],
  ['India: quake kills dozens in mountain villages', 'China: quake kills dozens in mountain villages'],
  ['Exchange files for US bankruptcy', 'Exchange files for bankruptcy in the US'],
  ['Chef: festival review', 'Baker: festival review'],
  ['', ''],
])('%s ≠ %s', (a, b) => {
  expect(sameHeadline(read(a), read(b))).toBe(false);
});
