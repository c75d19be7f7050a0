/** Escapes text for XML and HTML, in content and in quoted attributes. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Paragraphs as HTML. */
export const paragraphsHtml = (paragraphs: readonly string[]): string =>
  paragraphs.map((paragraph) => `<p>${escapeMarkup(paragraph)}</p>`).join('\n');

/** Right-to-left for the languages of the wire that are written so. */
export const directionOf = (language: string): 'rtl' | 'ltr' =>
  ['ar', 'fa', 'ps', 'ur'].includes(language) ? 'rtl' : 'ltr';
