import { StorylineDocument } from '@throughline/schema';
import { inlineNodes } from './footnotes.ts';

export type StorylineImport = { ok: true; document: StorylineDocument } | { ok: false; problems: string[] };

/**
 * Reads our own JSON export back. Everything is checked before anything is stored: the schema, and that every
 * reference names something that is there. Numbers of sections, citations and claims are the document's own; a desk
 * that restores it gives them new ones.
 */
export function importStoryline(json: string): StorylineImport {
  if (nestsDeeper(json, DEEPEST))
    return { ok: false, problems: ['This is no storyline of ours: it nests too deep to be read.'] };
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (error) {
    return { ok: false, problems: [`This is no JSON: ${(error as Error).message}`] };
  }
  const version =
    typeof raw === 'object' && raw !== null && 'schemaVersion' in raw ? raw.schemaVersion : undefined;
  if (version !== 1)
    return {
      ok: false,
      problems: [
        version === undefined
          ? 'This is no storyline: schemaVersion is missing.'
          : `Schema version ${String(version)} is newer than this desk reads (1).`,
      ],
    };
  const parsed = StorylineDocument.safeParse(raw);
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    };
  const problems = brokenReferences(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, document: parsed.data };
}

/** Our own exports nest about twelve deep. */
const DEEPEST = 64;

/** Whether brackets outside of strings nest deeper than `most`: what checks the values would run out of stack. */
function nestsDeeper(json: string, most: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < json.length; i++) {
    const char = json[i];
    if (quoted) {
      if (char === '\\') i++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '[' || char === '{') {
      if (++depth > most) return true;
    } else if (char === ']' || char === '}') depth--;
  }
  return false;
}

function brokenReferences(document: StorylineDocument): string[] {
  const citations = new Set(document.citations.map(({ id }) => id));
  const mentioned = document.sections.flatMap((section) =>
    section.blocks
      .flatMap(inlineNodes)
      .flatMap((node) => (node.type === 'citation' ? [node.attrs.citation] : [])),
  );
  const claimed = document.claims.flatMap((claim) => [...claim.evidence, ...claim.against]);
  const lost = [...new Set([...mentioned, ...claimed])].filter((id) => !citations.has(id));
  return [
    ...lost.map((id) => `Citation ${id} is named and missing.`),
    ...repeated(document.citations, 'Citation'),
    ...repeated(document.sections, 'Section'),
    ...repeated(document.claims, 'Claim'),
  ];
}

function repeated(list: readonly { id: number }[], noun: string): string[] {
  const seen = new Set<number>();
  return list.flatMap(({ id }) => {
    if (seen.has(id)) return [`${noun} ${id} stands twice.`];
    seen.add(id);
    return [];
  });
}
