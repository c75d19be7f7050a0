import sanitize from 'sanitize-html';
import { resolveUrl } from './urls.ts';

/** HTML of one item beyond this is cut off (UTF-16 units). */
export const MAX_HTML = 512 * 1024;

const BLOCK_TAGS =
  'p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre hr figure figcaption section article';
const TABLE_TAGS = 'table caption thead tbody tfoot tr th td colgroup col';
const INLINE_TAGS =
  'a b strong i em u s del ins mark small sub sup code kbd samp var q cite abbr time span br wbr bdi bdo ruby rt rp';
const MEDIA_TAGS = 'img picture source audio video';

export const ALLOWED_TAGS = [BLOCK_TAGS, TABLE_TAGS, INLINE_TAGS, MEDIA_TAGS].flatMap((tags) =>
  tags.split(' '),
);

export const ALLOWED_ATTRIBUTES: Record<string, string[]> = {
  '*': ['dir', 'lang', 'title'],
  a: ['href', 'hreflang'],
  img: ['src', 'srcset', 'alt', 'width', 'height'],
  source: ['src', 'srcset', 'type', 'media'],
  audio: ['src', 'controls'],
  video: ['src', 'poster', 'controls', 'width', 'height'],
  blockquote: ['cite'],
  q: ['cite'],
  del: ['cite', 'datetime'],
  ins: ['cite', 'datetime'],
  time: ['datetime'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
};

const URL_ATTRIBUTES = ['href', 'src', 'poster', 'cite'];

/**
 * HTML of strangers to HTML that is safe to show: an allow-list of elements and attributes, addresses only http,
 * https and mailto and all absolute, no style, no script, no frames, no event handlers. Idempotent.
 *
 * @param baseUrl what relative addresses are resolved against; without it they are dropped.
 */
export function sanitizeHtml(html: string, baseUrl: string | null): string {
  const input = html.length > MAX_HTML ? cut(html) : html;
  if (!input.includes('<') && !input.includes('&') && !input.includes('>')) return input;
  return sanitize(input, optionsFor(baseUrl));
}

/** Cuts at a tag's start, so that no half tag is left. */
function cut(html: string): string {
  const head = html.slice(0, MAX_HTML);
  const open = head.lastIndexOf('<');
  return open > head.lastIndexOf('>') ? head.slice(0, open) : head;
}

function optionsFor(baseUrl: string | null): sanitize.IOptions {
  return {
    allowedTags: ALLOWED_TAGS,
    allowedAttributes: ALLOWED_ATTRIBUTES,
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesAppliedToAttributes: [...URL_ATTRIBUTES, 'srcset'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'iframe',
      'object',
      'template',
      'title',
    ],
    nestingLimit: 100,
    enforceHtmlBoundary: false,
    transformTags: { '*': (tagName, attribs) => ({ tagName, attribs: absolute(attribs, baseUrl) }) },
  };
}

function absolute(attributes: sanitize.Attributes, baseUrl: string | null): sanitize.Attributes {
  const result = { ...attributes };
  for (const name of URL_ATTRIBUTES) {
    const value = result[name];
    if (value === undefined) continue;
    const url = resolveUrl(value, baseUrl);
    if (url === null) delete result[name];
    else result[name] = url;
  }
  if (result.srcset !== undefined) result.srcset = absoluteSet(result.srcset, baseUrl);
  return result;
}

function absoluteSet(srcset: string, baseUrl: string | null): string {
  const candidates = srcset.split(/,\s+|,(?=https?:)/).flatMap((candidate) => {
    const [address = '', descriptor] = candidate.trim().split(/\s+/, 2);
    const url = resolveUrl(address, baseUrl);
    return url === null || !/^https?:/.test(url)
      ? []
      : [descriptor === undefined ? url : `${url} ${descriptor}`];
  });
  return candidates.join(', ');
}
