import type { StorylineDocument } from '@throughline/schema';
import { type Footnotes, inlineNodes, numberFootnotes, orderedSections } from './footnotes.ts';
import { HtmlBody } from './html-body.ts';
import { type Labels, labelsFor, readableDate } from './labels.ts';
import { storylineUri } from './ninjs.ts';
import { publicationLabels } from './publication-labels.ts';
import { announced, cameOut, type PublishedFrame, versionAddress } from './published-frame.ts';
import { escapeMarkup, oneLine, safeHref } from './well-formed.ts';

/** One entry of a storyline's feed, the newest first. */
export interface StorylineUpdate {
  id: string;
  url: string | null;
  title: string;
  /** HTML that needs nothing around it. */
  html: string;
  /** ISO 8601 in UTC. */
  at: string;
}

/**
 * What a follower of a storyline is told: its developments, updates and corrections, each with its sources, what was
 * said of each published version, and the piece itself as the oldest entry.
 */
export function updatesOf(document: StorylineDocument, frame?: PublishedFrame): StorylineUpdate[] {
  const notes = numberFootnotes(document);
  const labels = labelsFor(document.language);
  const uri = storylineUri(document);
  const address = frame?.address ?? document.url;
  const at = (anchor: string) => (address === null ? null : `${address}${anchor}`);
  const news = orderedSections(document).flatMap((section) => {
    if (section.slot === 'chapter' || section.slot === 'context') return [];
    const title = [labels.slot[section.slot], oneLine(section.title) || oneLine(document.headline)].join(
      ': ',
    );
    const html = sectionHtml(section, notes, labels, document.direction);
    return [
      {
        id: `${uri}:section:${section.id}`,
        url: at(`#section-${section.id}`),
        title,
        html,
        at: section.at ?? document.updatedAt,
      },
    ];
  });
  const day = document.date === null ? document.updatedAt : `${document.date}T00:00:00.000Z`;
  const first = frame ? cameOut(frame) : day;
  const piece = {
    id: uri,
    url: at(''),
    title: oneLine(document.headline),
    html: `<p>${escapeMarkup(oneLine(document.standfirst))}</p>`,
    at: first,
  };
  const told = frame ? announcements(document, frame, uri) : [];
  return [...[...news, ...told].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)), piece];
}

/** What the publisher said of each new version; the link leads to the piece as it stood then. */
function announcements(document: StorylineDocument, frame: PublishedFrame, uri: string): StorylineUpdate[] {
  const words = publicationLabels(document.language);
  return announced(frame).map(({ number, kind, note, at }) => ({
    id: `${uri}:version:${number}`,
    url: versionAddress(frame, number),
    title: `${words.kind[kind]}: ${oneLine(document.headline)}`,
    html: `<p>${escapeMarkup(oneLine(note))}</p>`,
    at,
  }));
}

function sectionHtml(
  section: StorylineDocument['sections'][number],
  notes: Footnotes,
  labels: Labels,
  direction: 'ltr' | 'rtl',
): string {
  const body = new HtmlBody(notes, labels, direction, 'plain');
  const blocks = section.blocks.map((block) => body.block(block));
  const cited = new Set(
    section.blocks
      .flatMap(inlineNodes)
      .flatMap((node) => (node.type === 'citation' ? [node.attrs.citation] : [])),
  );
  const sources = notes.all
    .filter(({ citation }) => cited.has(citation.id))
    .map(({ number, citation }) => {
      const href = safeHref(citation.item.url);
      const title = escapeMarkup(oneLine(citation.item.title));
      const link = href === null ? title : `<a href="${escapeMarkup(href)}">${title}</a>`;
      const from = [
        escapeMarkup(oneLine(citation.item.publisher)),
        link,
        readableDate(citation.item.publishedAt, labels),
      ]
        .filter(Boolean)
        .join(', ');
      return `<p>[${number}] <q>${escapeMarkup(oneLine(citation.exact))}</q> ${from}</p>`;
    });
  return [...blocks, ...sources].join('\n');
}
