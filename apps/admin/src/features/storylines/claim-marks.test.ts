import { expect, it } from 'vitest';
import { statusIn } from './claim-marks.ts';

const claim = (text: string, status: 'single' | 'stale' | 'corroborated') => ({
  id: 1,
  kind: 'figure' as const,
  text,
  status,
  counted: 1,
  evidence: [],
  against: [],
});

it('shows the worst of the claims that stand in a paragraph, and nothing where none does', () => {
  const claims = [
    claim('It is 29%.', 'single'),
    claim('It was ten.', 'stale'),
    claim('Else.', 'corroborated'),
  ];
  expect(statusIn('It is 29%. It was ten.', claims)).toBe('stale');
  expect(statusIn('Once: It is 29%.', claims)).toBe('single');
  expect(statusIn('Nothing here', claims)).toBeNull();
});
