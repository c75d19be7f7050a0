import type { PublishedVersion, StorylineDocument } from '@throughline/schema';
import { labelsFor, readableDate } from './labels.ts';
import { publicationLabels } from './publication-labels.ts';
import { type PublishedFrame, versionAddress } from './published-frame.ts';
import { escapeMarkup, oneLine } from './well-formed.ts';

const text = (value: string) => escapeMarkup(oneLine(value));

/** A moment for readers, to the minute and in UTC: two corrections of one day must be told apart. */
const moment = (iso: string, language: string): string =>
  `<time datetime="${text(iso)}">${readableDate(iso, labelsFor(language))}, <span dir="ltr">${iso.slice(11, 16)} UTC</span></time>`;

/** Above an earlier version: that it is one, and the way to the newest. */
export function versionBanner(frame: PublishedFrame, { language }: StorylineDocument): string {
  const { version, publication, address } = frame;
  if (version === publication.versions[0]) return '';
  const words = publicationLabels(language);
  return `<aside class="version-note"><p>${words.earlier} ${words.version} ${version.number}, ${moment(version.at, language)}. <a href="${escapeMarkup(address)}">${words.latest}</a></p></aside>`;
}

/** The correction log of the piece; empty where nothing was corrected up to this version. */
export function correctionsHtml(frame: PublishedFrame, { language }: StorylineDocument): string {
  const words = publicationLabels(language);
  const rows = frame.publication.versions
    .filter(({ kind, number }) => kind === 'correction' && number <= frame.version.number)
    .map((version) => `<li id="correction-${version.number}">${noteOf(version, language)}</li>`);
  if (rows.length === 0) return '';
  return `<section class="corrections" aria-labelledby="corrections-title">
<h2 id="corrections-title">${words.corrections}</h2>
<ul>
${rows.join('\n')}
</ul>
</section>`;
}

const noteOf = ({ at, note }: PublishedVersion, language: string) =>
  `<span class="when">${moment(at, language)}</span> <span dir="auto">${text(note)}</span>`;

export function versionFooter(frame: PublishedFrame, { language }: StorylineDocument): string {
  const words = publicationLabels(language);
  const link = (path: string, name: string) => `<a href="${escapeMarkup(frame.address + path)}">${name}</a>`;
  const { number, at } = frame.version;
  return `${words.version} ${number}, ${moment(at, language)} · ${link('/versions', words.versions)} · ${link('/rss.xml', 'RSS')} · ${link('/atom.xml', 'Atom')} · ${link('/feed.json', 'JSON Feed')}`;
}

/** How readers' programs find the feeds. */
export function feedLinks({ address }: PublishedFrame, { headline }: StorylineDocument): string[] {
  const title = text(headline);
  return [
    ['application/rss+xml', '/rss.xml'],
    ['application/atom+xml', '/atom.xml'],
    ['application/feed+json', '/feed.json'],
  ].map(
    ([type, path]) =>
      `<link rel="alternate" type="${type}" title="${title}" href="${escapeMarkup(address + path)}">`,
  );
}

/** The list of all versions, each with its address and what readers were told. */
export function versionsHtml(frame: PublishedFrame, { language, headline }: StorylineDocument): string {
  const words = publicationLabels(language);
  const rows = frame.publication.versions.map((version) => {
    const href = escapeMarkup(versionAddress(frame, version.number));
    const note = version.note === '' ? '' : `<p dir="auto">${text(version.note)}</p>`;
    return `<li class="${version.kind}"><p class="slot">${words.kind[version.kind]}</p><p><a href="${href}">${words.version} ${version.number}</a>, ${moment(version.at, language)}</p>${note}</li>`;
  });
  return `<header>
<p class="kicker">${words.versions}</p>
<h1><a href="${escapeMarkup(frame.address)}">${text(headline)}</a></h1>
</header>
<ol class="versions" reversed>
${rows.join('\n')}
</ol>`;
}
