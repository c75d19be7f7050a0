import { expect, it } from 'vitest';
import { sampleDocument } from '../testing/sample-document.ts';
import { exportStoryline } from './export-storyline.ts';
import { settledPdf } from './pdf.ts';

const info = (date: string, version: number) =>
  `%PDF-1.4\n%\xd3\xeb\xe9\xe1\n1 0 obj\n<</Creator (Mozilla/5.0 \\(X11; Linux x86_64\\) Chrome/${version})\n/Producer (Skia/PDF m${version})\n/CreationDate (D:${date}+00'00')\n/ModDate (D:${date}+00'00')>>\nendobj\n`;
const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const text = (pdf: Uint8Array) => String.fromCharCode(...pdf);

it('tells neither when it was printed nor by which version, and keeps every byte in its place', () => {
  const first = settledPdf(bytes(info('20261129111007', 156)), '2025-04-07T16:05:00.000Z');
  const second = settledPdf(bytes(info('20270101000000', 157)), '2025-04-07T16:05:00.000Z');
  expect(text(first)).toBe(text(second));
  expect(text(first)).toContain("/CreationDate (D:20250407160500+00'00')");
  expect(text(first)).toContain('%\xd3\xeb\xe9\xe1');
  expect(first).toHaveLength(info('20261129111007', 156).length);
  expect(text(first)).toContain('/Producer (Throughline)  \n');
});

it('gives the printer a page that can reach nothing, and says that its picture is lost', async () => {
  const pages: string[] = [];
  const print = async (html: string) => {
    pages.push(html);
    return bytes('%PDF-1.4\n');
  };
  const hero = { url: 'https://img.example/a.jpg', alt: 'A court', caption: null, credit: null };
  const { warnings, fileName } = await exportStoryline(sampleDocument({ hero }), 'pdf', print);
  expect(fileName).toBe('rate-and-seat-r12.pdf');
  expect(warnings[0]).toMatchObject({ problem: 'image' });
  expect(pages[0]).toContain('img-src data:;');
  expect(pages[0]).not.toContain('<img');
  const embedded = { ...hero, url: 'data:image/png;base64,AAAA' };
  const { warnings: none } = await exportStoryline(sampleDocument({ hero: embedded }), 'pdf', print);
  expect(none.some(({ problem }) => problem === 'image')).toBe(false);
  expect(pages[1]).toContain('<img src="data:image/png;base64,AAAA"');
});
