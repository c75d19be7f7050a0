import { decodeXML } from 'entities';
import type { Body } from './survey.ts';

/** Private-use characters; a text that has them itself is not held. */
const OPEN = '\uf8d0';
const CLOSE = '\uf8d1';
const MARK = /\uf8d0(\d+)\uf8d1/g;
const MIN_HELD = 120;

/**
 * Long texts are taken out of a feed before rss-parser reads it, and put back into what it found: it goes through
 * text character by character, and makes snippets of it by a quadratic regular expression (600 KB of `<` take it
 * minutes). What is held is read once, as it stands. Short CDATA sections without markup become plain text, which
 * is the same in XML and a third of the work.
 */
export interface Held {
  /** The feed with short marks in place of the long texts. */
  text: string;
  /** Puts the long texts back into a text that rss-parser found. */
  restore(found: string): string;
}

export function holdBodies(text: string, bodies: readonly Body[]): Held {
  if (bodies.length === 0 || text.includes(OPEN)) return { text, restore: (found) => found };
  const parts: string[] = [];
  let at = 0;
  for (let i = 0; i < bodies.length; i++) {
    const body = bodies[i];
    if (body === undefined) continue;
    parts.push(text.slice(at, body.isCdata ? body.start - 9 : body.start), substitute(text, body, i));
    at = body.isCdata ? body.end + 3 : body.end;
  }
  parts.push(text.slice(at));
  const restore = (found: string): string =>
    found.includes(OPEN)
      ? found.replace(MARK, (_mark, i: string) => contentOf(text, bodies[Number(i)]))
      : found;
  const rest = parts.join('');
  // White space between elements says nothing, and costs rss-parser an event each.
  return { text: rest.includes('<![CDATA[') ? rest : rest.replace(/>\s+</g, '><'), restore };
}

function substitute(text: string, { start, end }: Body, i: number): string {
  if (end - start < MIN_HELD) {
    const content = text.slice(start, end);
    if (!content.includes('<') && !content.includes('&')) return content;
  }
  return OPEN + i + CLOSE;
}

function contentOf(text: string, body: Body | undefined): string {
  if (body === undefined) return '';
  const content = text.slice(body.start, body.end);
  return body.isCdata || !content.includes('&') ? content : decodeXML(content);
}
