import { expect, test } from 'vitest';
import { limitDepth } from './limit-depth.ts';

test('drops tags beyond the depth and keeps their text', () => {
  expect(limitDepth('<b>1<b>2<b>3</b>4</b>5</b>6<i>7</i>', 2)).toBe('<b>1<b>234</b>5</b>6<i>7</i>');
});

test('elements that HTML closes by itself, comments and CDATA do not count', () => {
  const flat = '<p>1<p>2<p>3<br><br><br><!-- <b><b><b> --><![CDATA[<b><b><b>]]><b>4</b>';
  expect(limitDepth(flat, 2)).toBe(flat);
});
