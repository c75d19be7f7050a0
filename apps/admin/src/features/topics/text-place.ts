/** Line and column, both from 1; columns count UTF-16 units as the caret of a text field does. */
export function placeOf(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: position - lineStart + 1 };
}

/** What to underline for a problem at `position`: the word there, or the one before it where a line ends. */
export function spanAt(text: string, position: number): { start: number; end: number } {
  const at = Math.min(position, text.length);
  const ahead = /^[^\s|{}]+|^[|{}]/.exec(text.slice(at))?.[0].length ?? 0;
  if (ahead > 0) return { start: at, end: at + ahead };
  const behind = /\S+\s*$/.exec(text.slice(0, at))?.[0].length ?? 0;
  return { start: at - behind, end: at };
}
