import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from '@throughline/feeds';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './browser.ts';
import { hostileData } from './env.ts';

/**
 * What the parser makes of active content, put into a page as it is, with no policy that would stop anything: nothing
 * may run, and nothing may be asked for but pictures.
 */
const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<a href="javascript:alert(1)">a</a><a href=" jav&#x09;ascript:alert(1)">b</a>',
  '<iframe src="javascript:alert(1)" srcdoc="<script>alert(1)</script>"></iframe>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<xmp><p title="</xmp><svg/onload=alert(1)>">',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
  '<details open ontoggle=alert(1)>x</details>',
  '<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)></audio>',
  '<p style="background:url(javascript:alert(1));animation:x" onanimationstart=alert(1)>x</p>',
  '<link rel=stylesheet href=//evil.example/x.css><style>@import "//evil.example/y.css"</style>',
  '<meta http-equiv=refresh content="0;url=//evil.example/"><base href="//evil.example/">',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
  '<object data="data:text/html,<script>alert(1)</script>"></object><embed src="//evil.example/x.swf">',
  '<template><script>alert(1)</script></template><template shadowrootmode=open><script>alert(1)</script></template>',
  '<select><option><img src=x onerror=alert(1)></option></select>',
  '<a title="x" onmouseover=alert(1) href=#>a</a><p/onclick=alert(1)>b',
  '<img src="x` `<script>alert(1)</script>"` `>',
  '<table><td background="javascript:alert(1)" onfocus=alert(1) tabindex=1 autofocus>x',
  '&lt;img src=x onerror=alert(1)&gt;',
  '&amp;lt;img src=x onerror=alert(1)&amp;gt;',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<p title="&quot;><img src=x onerror=alert(1)>">quoted</p>',
];

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** One payload in every place where a feed can put it. */
function feedsWith(payload: string): string[] {
  const escaped = escapeXml(payload);
  const item = `<title>${escaped}</title><author>${escaped}</author><category>${escaped}</category><link>${escaped}</link><guid>${escaped}</guid>`;
  return [
    `<rss version="2.0"><channel><title>${escaped}</title><item>${item}<description>${escaped}</description><enclosure url="${escaped}"/></item></channel></rss>`,
    `<rss version="2.0"><channel><item>${item}<description><![CDATA[${payload.replaceAll(']]>', ']]&gt;')}]]></description></item></channel></rss>`,
    `<rss version="2.0"><channel><item>${item}<description>${payload}</description></item></channel></rss>`,
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">${escaped}</title><link href="${escaped}"/><content type="html">${escaped}</content></entry></feed>`,
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${payload}</div></content></entry></feed>`,
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: '1', title: payload, url: payload, content_html: payload }],
    }),
  ];
}

/** All clean HTML and all addresses that come out of a feed, as one page would show them. */
async function shown(body: string | Uint8Array): Promise<string[]> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const result = await parseFeed(bytes, { url: 'https://feeds.example/feed' });
  if (!result.ok) return [];
  const link = (url: string | null): string => (url === null ? '' : `<a href="${escapeXml(url)}">link</a>`);
  return [
    link(result.feed.siteUrl) + link(result.feed.imageUrl),
    ...result.items.map(
      (item) =>
        (item.contentHtml ?? '') +
        [item.url, item.commentsUrl, ...item.enclosures.map(({ url }) => url)].map(link).join(''),
    ),
  ];
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Puts each piece into a bare page and provokes it; returns whatever it did or could do. */
async function provoke(pieces: string[]): Promise<string[]> {
  const context = await browser.newContext({ bypassCSP: true });
  const found: string[] = [];
  try {
    const page = await context.newPage();
    await watch(page, found);
    await page.goto('https://page.example/');
    for (let at = 0; at < pieces.length; at += 50)
      found.push(...(await page.evaluate(actOn, pieces.slice(at, at + 50))));
    expect(page.url()).toBe('https://page.example/');
  } finally {
    await context.close();
  }
  return found;
}

async function watch(page: Page, found: string[]): Promise<void> {
  page.on('dialog', (dialog) => {
    found.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', () => found.push('popup'));
  await page.route('**', (route) => {
    const request = route.request();
    if (request.url() === 'https://page.example/')
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' });
    if (!['image', 'media'].includes(request.resourceType()))
      found.push(`${request.resourceType()} asked for: ${request.url()}`);
    return route.abort();
  });
}

/** Runs in the page. */
async function actOn(pieces: string[]): Promise<string[]> {
  const found: string[] = [];
  document.addEventListener('click', (event) => event.preventDefault(), true);
  document.addEventListener('submit', (event) => event.preventDefault(), true);
  const events = 'mouseover mouseenter focus blur click error load toggle animationstart submit'.split(' ');
  for (const piece of pieces) {
    const holder = document.createElement('div');
    document.body.append(holder);
    holder.innerHTML = piece;
    for (const element of holder.querySelectorAll('*')) {
      if (/^(script|style|iframe|object|embed|form|link|meta|base|svg|math|template)$/i.test(element.tagName))
        found.push(`<${element.tagName}> in ${piece}`);
      for (const { name, value } of element.attributes) {
        const address = /^(href|src|poster|action|formaction|data|background)$/.test(name);
        if (/^on|^style$|^srcdoc$/.test(name) || (address && !/^(https?:\/\/|mailto:)/.test(value)))
          found.push(`${name}="${value}" in ${piece}`);
      }
      for (const name of events) element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
    }
    const pictures = [...holder.querySelectorAll('img')].map((image) => image.decode().catch(() => {}));
    await Promise.all(pictures);
    holder.remove();
  }
  return found;
}

test('the page would show it if something ran', async () => {
  const found = await provoke([
    '<img src=x onerror=alert(1)>',
    '<iframe src="https://evil.example/"></iframe>',
  ]);
  expect(found).toContain('dialog: 1');
  expect(found).toContain('<IFRAME> in <iframe src="https://evil.example/"></iframe>');
});

test('nothing of our own collection runs, wherever a feed puts it', async () => {
  const pieces = (await Promise.all(PAYLOADS.flatMap(feedsWith).map(shown))).flat();
  expect(pieces.length).toBeGreaterThan(PAYLOADS.length * 4);
  expect(await provoke(pieces)).toEqual([]);
});

const data = hostileData();
test.skipIf(data === null)(
  `nothing of public lists runs either${data === null ? ' (left out: needs optional evaluation data, TEST_HOSTILE_DATA)' : ''}`,
  async () => {
    const folder = data ?? '';
    const payloads = JSON.parse(readFileSync(join(folder, 'xss_payloads.json'), 'utf8')) as {
      payload: string;
    }[];
    const bodies: (string | Uint8Array)[] = payloads.flatMap(({ payload }) => feedsWith(payload));
    for (const name of readdirSync(join(folder, 'feeds')))
      bodies.push(readFileSync(join(folder, 'feeds', name)));
    const pieces = (await Promise.all(bodies.map(shown))).flat();
    expect(pieces.length).toBeGreaterThan(500);
    expect(await provoke(pieces)).toEqual([]);
  },
);
