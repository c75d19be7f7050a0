import { z } from 'zod';
import { Id, Instant } from './common.ts';

/** What can be given to somebody and talked about. */
export const WorkObject = z.enum(['item', 'story', 'storyline']);
export type WorkObject = z.infer<typeof WorkObject>;

export const WorkRef = z.object({ object: WorkObject, id: z.string().min(1).max(200) });
export type WorkRef = z.infer<typeof WorkRef>;

export const NoteBody = z.string().trim().min(1, 'A note needs words.').max(4000);

const Somebody = z.object({ id: Id, name: z.string() });

export const Note = z.object({
  id: Id,
  by: Somebody,
  at: Instant,
  body: z.string(),
  /** Whom it names. */
  mentions: z.array(Somebody),
});
export type Note = z.infer<typeof Note>;

/** Who takes care of one thing, and what was said about it, oldest first. */
export const Work = z.object({
  assignee: Somebody.extend({ at: Instant, by: z.string().nullable() }).nullable(),
  notes: z.array(Note),
});
export type Work = z.infer<typeof Work>;

/** One thing that concerns somebody: it was given to them, or a note names them. */
export const InboxEntry = WorkRef.extend({
  kind: z.enum(['assigned', 'mentioned']),
  label: z.string(),
  at: Instant,
  by: z.string().nullable(),
  note: z.object({ id: Id, body: z.string() }).nullable(),
  /** It was not put away yet. */
  unseen: z.boolean(),
});
export type InboxEntry = z.infer<typeof InboxEntry>;

/** The people whom a text names as `@Name`, the longest names first: "@Ana Maria" does not name an Ana. */
export function mentionedIn<T extends { name: string }>(body: string, people: readonly T[]): T[] {
  const found = new Set<T>();
  const names = people.toSorted((a, b) => b.name.length - a.name.length);
  for (let at = body.indexOf('@'); at >= 0; at = body.indexOf('@', at + 1)) {
    const after = body.slice(at + 1).toLocaleLowerCase();
    const named = names.filter(({ name }) => {
      const wanted = name.toLocaleLowerCase();
      return after.startsWith(wanted) && !/^[\p{L}\p{N}]/u.test(after.slice(wanted.length));
    });
    // Two may have the same name: both are meant, because nobody can tell.
    for (const person of named) if (person.name.length === named[0]?.name.length) found.add(person);
  }
  return [...found];
}
