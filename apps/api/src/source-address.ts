import { type AuditEntry, isAtLeast, type Source, type User } from '@throughline/schema';

/** `https://desk:word@paper.example/feed` is how a paid feed is read: name and password are for those who set them. */
const withoutCredentials = (url: string): string => {
  if (!url.includes('@') || !URL.canParse(url)) return url;
  const address = new URL(url);
  if (address.username === '' && address.password === '') return url;
  address.username = '';
  address.password = '';
  return address.href;
};

/** Sources as this person may see them. */
export const sourcesFor = (user: User, sources: readonly Source[]): Source[] =>
  isAtLeast(user.role, 'editor')
    ? [...sources]
    : sources.map((source) => ({ ...source, url: withoutCredentials(source.url) }));

/** Lines of the record as this person may see them. */
export const entriesFor = (user: User, entries: readonly AuditEntry[]): AuditEntry[] =>
  isAtLeast(user.role, 'editor')
    ? [...entries]
    : entries.map((entry) =>
        entry.object === 'source'
          ? { ...entry, before: masked(entry.before), after: masked(entry.after) }
          : entry,
      );

const masked = ({ url, ...fields }: AuditEntry['before']): AuditEntry['before'] =>
  typeof url === 'string' ? { ...fields, url: withoutCredentials(url) } : { ...fields };
