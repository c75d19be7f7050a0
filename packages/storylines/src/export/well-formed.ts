// Control characters except tab, line feed and carriage return, and the two code points that XML 1.0 bars.
const notXml = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text that every format can carry: no control characters (XML 1.0, 2.2), lone surrogates become U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(loneSurrogate, '\ufffd').replace(notXml, '');
}

/** One line of well-formed text. */
export function oneLine(text: string): string {
  return wellFormed(text).replace(/\s+/gu, ' ').trim();
}

/** Text for HTML and XML, in content and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return wellFormed(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * The address if a reader may safely follow it (http, https, mailto), else null. No format's signs are left in it: in a
 * `mailto:` URL keeps angle brackets and quotes as they are.
 */
export function safeHref(address: string | null): string | null {
  if (address === null) return null;
  try {
    const url = new URL(address.trim());
    return ['http:', 'https:', 'mailto:'].includes(url.protocol)
      ? url.href.replace(/[<>"`\\\s]/g, encodeURIComponent)
      : null;
  } catch {
    return null;
  }
}

/** An image's address if a page may show it: http(s), or a data: address of a raster image. */
export function safeImage(address: string): string | null {
  const text = address.trim();
  if (/^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/=]+$/i.test(text)) return text;
  const href = safeHref(text);
  return href?.startsWith('http') ? href : null;
}
