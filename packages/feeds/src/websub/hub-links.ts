import { webUrl } from '../fetch/redirect.ts';

/** Where a feed says that it can be subscribed to (WebSub, 4: Discovery). */

export interface HubLinks {
  hub: string;
  /** The address that the hub knows the feed by. */
  topic: string;
}

/**
 * Link headers go before what the feed says inside.
 * @param link `Link` headers, each possibly with several links
 * @returns null unless both a hub and a topic are named
 */
export function hubLinks(input: {
  url: string;
  link: readonly string[];
  feed: { hubUrl: string | null; selfUrl: string | null } | null;
}): HubLinks | null {
  const named = input.link.flatMap(readLinks);
  const target = (relation: string): string | null =>
    named.find((candidate) => candidate.relations.includes(relation))?.target ?? null;
  const hub = absolute(target('hub') ?? input.feed?.hubUrl ?? null, input.url);
  const topic = absolute(target('self') ?? input.feed?.selfUrl ?? null, input.url);
  return hub === null || topic === null ? null : { hub, topic };
}

function absolute(text: string | null, base: string): string | null {
  return text === null ? null : (webUrl(text, new URL(base))?.href ?? null);
}

/** RFC 8288, as much of it as is needed: `<address>; rel="one two"`, several by commas. */
export function readLinks(header: string): { target: string; relations: string[] }[] {
  const links: { target: string; relations: string[] }[] = [];
  for (const match of header.slice(0, 8192).matchAll(/<([^<>]{1,2048})>([^<]*)/g)) {
    const relation = /;\s*rel\s*=\s*(?:"([^"]{0,200})"|([^\s;,"]{1,200}))/i.exec(match[2] ?? '');
    const relations = (relation?.[1] ?? relation?.[2] ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    links.push({ target: (match[1] ?? '').trim(), relations });
  }
  return links;
}
