import type { HeroImage, StorylineDocument } from '@throughline/schema';
import { type Footnote, type Footnotes, numberFootnotes, orderedSections } from './footnotes.ts';
import { HtmlBody } from './html-body.ts';
import { joinNames, type Labels, labelsFor, readableDate } from './labels.ts';
import { shortManifest } from './manifest.ts';
import { escapeMarkup, oneLine, safeHref, safeImage } from './well-formed.ts';

const text = (value: string) => escapeMarkup(oneLine(value));

/** The parts of an article page, as HTML that is also well-formed XML. */
export interface ArticleParts {
  headline: string;
  header: string;
  hero: string;
  sections: string[];
  /** Claims and sources; empty where the piece has neither. */
  backMatter: string;
  footer: string;
}

/** Renders a storyline once for all formats that are made of HTML. */
export function articleParts(document: StorylineDocument): ArticleParts {
  const notes = numberFootnotes(document);
  const labels = labelsFor(document.language);
  const body = new HtmlBody(notes, labels, document.direction);
  const headline = text(document.headline);
  const sections = orderedSections(document).map((section, i) =>
    sectionHtml(section, body, labels, i === 0 ? document.dateline : null),
  );
  const backMatter = [claimsHtml(document, notes, labels), notesHtml(notes, labels)].filter(Boolean);
  const updated = `<time datetime="${text(document.updatedAt)}">${readableDate(document.updatedAt, labels)}</time>`;
  return {
    headline,
    header: headerHtml(document, headline, labels),
    hero: heroHtml(document.hero, document.hero === null ? null : safeImage(document.hero.url), labels),
    sections,
    backMatter: backMatter.length > 0 ? `<div class="back-matter">\n${backMatter.join('\n')}\n</div>` : '',
    footer: `${labels.revision} ${document.revision} · ${labels.updated} ${updated} · ${labels.manifest} <code dir="ltr">${shortManifest(document)}</code>`,
  };
}

function headerHtml(document: StorylineDocument, headline: string, labels: Labels): string {
  const topics = document.topics.map((topic) => text(topic.name)).join(' · ');
  const names = joinNames(
    document.bylines.map((name) => `<bdi>${text(name)}</bdi>`),
    labels,
  );
  const date = readableDate(document.date, labels);
  const meta = [
    names && `<p class="by">${labels.by} ${names}</p>`,
    date && `<p>${labels.published} <time datetime="${document.date}">${date}</time></p>`,
  ].filter(Boolean);
  return [
    topics && `<p class="kicker">${topics}</p>`,
    `<h1>${headline}</h1>`,
    document.standfirst && `<p class="standfirst">${text(document.standfirst)}</p>`,
    meta.length > 0 && `<div class="meta">${meta.join('')}</div>`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** The picture with its caption and credit, shown from `url`; nothing where one of both is missing. */
export function heroHtml(hero: HeroImage | null, url: string | null, labels: Labels): string {
  if (hero === null || url === null) return '';
  const credit = hero.credit ? `${labels.photo}: <bdi>${text(hero.credit)}</bdi>` : '';
  const caption = [hero.caption ? text(hero.caption) : '', credit].filter(Boolean).join(' ');
  const figcaption = caption && `<figcaption>${caption}</figcaption>`;
  return `<figure><img src="${escapeMarkup(url)}" alt="${text(hero.alt)}"/>${figcaption}</figure>`;
}

function sectionHtml(
  section: StorylineDocument['sections'][number],
  body: HtmlBody,
  labels: Labels,
  dateline: string | null,
): string {
  const id = `section-${section.id}`;
  const title = text(section.title);
  const slot = [labels.slot[section.slot], readableDate(section.at, labels)].filter(Boolean).join(' · ');
  const lead = dateline ? `<span class="dateline">${text(dateline)}</span> — ` : '';
  const first = section.blocks.findIndex((block) => block.type === 'paragraph');
  const blocks = section.blocks.map((block, i) => body.block(block, i === first ? lead : ''));
  return [
    title ? `<section id="${id}" aria-labelledby="${id}-title">` : `<section id="${id}">`,
    ...(slot ? [`<p class="slot">${slot}</p>`] : []),
    ...(title ? [`<h2 id="${id}-title"${body.dir(section.title)}>${title}</h2>`] : []),
    ...blocks,
    '</section>',
  ].join('\n');
}

function notesHtml(notes: Footnotes, labels: Labels): string {
  if (notes.all.length === 0) return '';
  const rows = notes.all.map((note) => noteHtml(note, labels));
  return `<section role="doc-endnotes" aria-labelledby="sources-title">
<h2 id="sources-title">${labels.sources}</h2>
<ol class="notes">
${rows.join('\n')}
</ol>
</section>`;
}

/** The source's words carry their own language and direction. */
function noteHtml({ number, citation, references }: Footnote, labels: Labels): string {
  const { item } = citation;
  const lang = item.language === null ? '' : ` lang="${text(item.language)}"`;
  const quote = citation.exact === '' ? '' : `<q${lang} dir="auto">${text(citation.exact)}</q>`;
  const href = safeHref(item.url);
  const title = `<bdi${lang}>${text(item.title)}</bdi>`;
  const link = href === null ? title : `<a href="${escapeMarkup(href)}" rel="noreferrer">${title}</a>`;
  const date = readableDate(item.publishedAt, labels);
  const from = [`<bdi>${text(item.publisher)}</bdi>`, link, date].filter(Boolean).join(', ');
  const back = Array.from(
    { length: references },
    (_, i) =>
      `<a class="back" href="#ref-${number}-${i + 1}" role="doc-backlink" aria-label="${labels.backToText} (${number}.${i + 1})">↩</a>`,
  );
  return `<li id="note-${number}">${quote}<span class="from">${from}${back.join('')}</span></li>`;
}

function claimsHtml(document: StorylineDocument, notes: Footnotes, labels: Labels): string {
  if (document.claims.length === 0) return '';
  const rows = document.claims.map((claim) => {
    const against = noteLinks(claim.against, notes);
    const evidence = noteLinks(claim.evidence, notes);
    const tail = `${evidence && `\u00a0<sup>${evidence}</sup>`}${against && ` (${labels.against}:\u00a0<sup>${against}</sup>)`}`;
    return `<li id="claim-${claim.id}"><span class="status ${claim.status}">${labels.status[claim.status]}</span> <span class="said"><span dir="auto">${text(claim.text)}</span>${tail}</span></li>`;
  });
  return `<section aria-labelledby="claims-title">
<h2 id="claims-title">${labels.claims}</h2>
<ul class="claims">
${rows.join('\n')}
</ul>
</section>`;
}

function noteLinks(ids: readonly number[], notes: Footnotes): string {
  return ids
    .map((id) => notes.byCitation.get(id)?.number)
    .filter((number) => number !== undefined)
    .map((number) => `<a href="#note-${number}">${number}</a>`)
    .join('');
}
