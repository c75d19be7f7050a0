import type { Author } from '@throughline/schema';
import type { RawPerson } from '../parse/raw-feed.ts';
import { htmlToText } from './html-text.ts';
import { effectiveBase, resolveUrl } from './urls.ts';

/** No item has more; a list without end would cost its square. */
const MAX_PEOPLE = 100;

const EMAIL = /[A-Za-z0-9][\w.+%-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/;

/** People as the feed names them, taken apart into name, email and address, each once. */
export function normalisePeople(people: RawPerson[], base: string | null): Author[] {
  const found: Author[] = [];
  for (const person of people.slice(0, MAX_PEOPLE)) {
    const author = normalisePerson(person, base);
    const same = found.find((known) => isSame(known, author));
    if (same !== undefined) {
      same.name ??= author.name;
      same.email ??= author.email;
      same.url ??= author.url;
    } else if (author.name !== null || author.email !== null || author.url !== null) found.push(author);
  }
  return found;
}

function isSame(a: Author, b: Author): boolean {
  if (a.name !== null && a.name === b.name) return true;
  return a.email !== null && a.email === b.email && (a.name === null || b.name === null);
}

/** `me@example.com (Me)`, `Me <me@example.com>`, `me@example.com`, `Me (mailto:me@example.com)`. */
function normalisePerson({ name, email, url }: RawPerson, base: string | null): Author {
  const written = (name ?? '').includes('@') ? (name ?? '') : plain(name ?? '');
  const address = email?.trim() || EMAIL.exec(written)?.[0] || null;
  const rest = address === null ? written : plain(nameBeside(written, address));
  return {
    name: rest === '' ? null : rest,
    email: address === null || address === '' ? null : address.replace(/^mailto:/i, ''),
    url: url === null ? null : resolveUrl(url.value, effectiveBase(url.base, base)),
  };
}

function nameBeside(written: string, address: string): string {
  return written
    .replace(address, ' ')
    .replace(/mailto:/i, ' ')
    .replace(/[<([]\s*[>)\]]/g, ' ')
    .trim()
    .replace(/^[([](.*)[)\]]$/, '$1')
    .replace(/^["'\s,;:-]+|["'\s,;:-]+$/g, '');
}

function plain(text: string): string {
  return (/[<&]/.test(text) ? htmlToText(text) : text).replace(/\s+/g, ' ').trim();
}
