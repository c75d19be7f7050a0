import { expect, test } from 'vitest';
import { NewWebhook } from './webhook.ts';

const takes = (url: string) => NewWebhook.safeParse({ url, events: ['story.new'] }).success;

test('secrets go over HTTPS, or to a machine of one’s own', () => {
  expect(
    ['https://hooks.example/in?k=1', 'http://127.0.0.1:9000/', 'http://10.1.2.3/', 'http://[::1]/'].map(
      takes,
    ),
  ).toEqual([true, true, true, true]);
  expect(
    [
      'http://hooks.example/in',
      'http://127.hooks.example/',
      'http://10.0.0.1.hooks.example/',
      'https://name:word@hooks.example/',
      'ftp://hooks.example/',
      'javascript:alert(1)',
      'nowhere',
    ].map(takes),
  ).toEqual([false, false, false, false, false, false, false]);
});
