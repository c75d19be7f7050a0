/** A position in a list: the last row's sort value and id. */
export interface Cursor {
  value: string | number;
  id: number | string;
}

export const encodeCursor = (cursor: Cursor) =>
  Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString('base64url');

/** @returns null when it is none of ours: the list then starts at its beginning. */
export function decodeCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  try {
    const [value, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [unknown, unknown];
    if (typeof id !== 'string' && !(typeof id === 'number' && Number.isSafeInteger(id))) return null;
    if (typeof value === 'number') return { value, id };
    return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? { value, id } : null;
  } catch {
    return null;
  }
}
