interface Change {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** The difference between two texts: what went is struck out, what came is underlined. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  return changes.map(({ kind, text }, place) => {
    // A stretch has no name of its own; its place among the others is one.
    const key = `${place} ${kind}`;
    if (kind === 'added') return <ins key={key}>{text}</ins>;
    if (kind === 'removed') return <del key={key}>{text}</del>;
    return <span key={key}>{text}</span>;
  });
}
