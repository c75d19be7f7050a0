import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { useBrowser } from './setup.ts';

const { api } = useBrowser();

test('a storyline is printed: words, links, outline and pages, and the same bytes again', async () => {
  const [sample] = await api.storylines();
  if (sample === undefined) throw new Error('the sample wire brings a storyline');
  const [first, again] = [await pdf(sample.id), await pdf(sample.id)];
  expect(again.equals(first)).toBe(true);

  const document = await getDocument({ data: new Uint8Array(first), verbosity: 0 }).promise;
  const texts: string[] = [];
  const links: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    texts.push((await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' '));
    for (const annotation of await page.getAnnotations()) if (annotation.url) links.push(annotation.url);
  }
  const detail = await api.storyline(sample.id);
  const words = texts.join(' ').replace(/\s+/g, ' ');
  expect(words).toContain(detail.headline);
  for (const section of detail.sections) expect(words).toContain(section.title);
  for (const { item } of detail.citations) if (item.url !== null) expect(links).toContain(item.url);
  expect((await document.getOutline())?.length).toBeGreaterThan(0);
  const { info } = await document.getMetadata();
  expect(info).toMatchObject({
    Title: detail.headline,
    CreationDate: `D:${detail.updatedAt.slice(0, 19).replace(/[-T:]/g, '')}+00'00'`,
  });
  expect(words).toContain(`1 / ${document.numPages}`);
});

async function pdf(id: number): Promise<Buffer> {
  return api.downloadBytes(`/export/storylines/${id}?format=pdf`);
}
