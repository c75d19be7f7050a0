import { expect, test } from 'vitest';
import { checkFreeSpace } from './preflight.ts';

test('a nearly full disk is refused in one sentence, before anything is written', async () => {
  await expect(checkFreeSpace('/data', async () => 9_000_000)).rejects.toThrow(
    'The disk of /data is nearly full: 9 MB are free and the database needs 150 MB. Make room',
  );
  await checkFreeSpace('/data', async () => 200_000_000);
});
