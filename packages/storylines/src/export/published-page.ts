import type { StorylineDocument } from '@throughline/schema';
import { wholePage } from './html-page.ts';
import { directionOf } from './labels.ts';
import { publicationLabels } from './publication-labels.ts';
import type { PublishedFrame } from './published-frame.ts';
import { versionsHtml } from './published-parts.ts';
import { escapeMarkup, oneLine } from './well-formed.ts';

/** The page that lists all versions of a published piece: its correction log, with what else was changed. */
export function toVersionsPage(frame: PublishedFrame, document: StorylineDocument): string {
  const words = publicationLabels(document.language);
  return wholePage({
    document,
    title: `${words.versions}: ${escapeMarkup(oneLine(document.headline))}`,
    head: [`<link rel="canonical" href="${escapeMarkup(`${frame.address}/versions`)}">`],
    main: [versionsHtml(frame, document)],
    footer: `<a href="${escapeMarkup(frame.address)}">${words.latest}</a>`,
  });
}

/** Said in a piece's place when its publisher took it back, in its own language. */
export const toWithdrawnPage = (language: string): string =>
  noticePage(publicationLabels(language).withdrawn, language);

/** Said where nothing was ever published. */
export const toNothingHerePage = (): string => noticePage('There is no article at this address.', 'en');

function noticePage(sentence: string, language: string): string {
  return wholePage({
    document: { language, direction: directionOf(language) },
    title: sentence,
    head: ['<meta name="robots" content="noindex">'],
    main: [`<h1 class="notice">${sentence}</h1>`],
    footer: '',
  });
}
