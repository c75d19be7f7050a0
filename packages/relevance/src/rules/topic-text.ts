import {
  type TermLists,
  TopicDefinition,
  type TopicDraft,
  type TopicGate,
  type TopicProblem,
} from '@throughline/schema';
import { canonicalTopic } from './canonical.ts';
import { asProblem, type Fault, isFault, type Outcome, shapeProblems } from './problem.ts';
import { parseQuery, printQuery } from './query.ts';
import { parseTerm, printTerm } from './term.ts';

/**
 * The text form of a topic:
 *
 *     topic tariffs "Tariffs and trade war"
 *     about "Import tariffs, not what a utility charges."
 *     relevant 0.5
 *     queue 0.2
 *     concept tariff weight 4 facet "trade" {
 *       en: tariff~ | "customs dut*" | !IEEPA^0.5
 *       fr: "droits de douane"
 *       require trade, goods within 12
 *       penalise utility within sentence by 0.9
 *     }
 *     cue trade { en: import~ | washington }
 *     cue goods { en: goods }
 *     cue utility { en: electricity }
 *     except { en: "feed-in tariff~" }
 *     must not title:opinion
 *
 * `#` begins a comment, which is not kept. A condition goes on over lines that begin with white space.
 */
export function parseTopic(source: string): Outcome<TopicDefinition> {
  const reader: Reader = {
    draft: { concepts: [], cues: [], except: {} },
    block: null,
    language: '*',
    faults: [],
  };
  for (const statement of statements(source)) readStatement(statement, reader);
  if (reader.block !== null) {
    reader.faults.push({
      code: 'open_block',
      message: 'the block is never closed',
      position: source.length,
      expected: '}',
    });
  }
  if (reader.draft.id === undefined && reader.faults.length === 0) {
    reader.faults.push({
      code: 'no_topic_line',
      message: 'there is no topic',
      position: 0,
      expected: 'topic NAME "Title"',
    });
  }
  const id = reader.draft.id ?? '';
  if (reader.faults.length > 0)
    return { ok: false, problems: reader.faults.slice(0, FAULTS_SHOWN).map((f) => placed(f, id, source)) };
  const parsed = TopicDefinition.safeParse(reader.draft);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: shapeProblems(id, parsed.error.issues) };
}

/** More than anybody mends at once; each costs a look for its line. */
const FAULTS_SHOWN = 100;

/** A draft under construction: the parts that the schema checks at the end. */
interface Reader {
  draft: Partial<TopicDraft> & { concepts: Block[]; cues: Block[]; except: TermLists };
  block: Block | null;
  language: string;
  faults: Fault[];
}

interface Block {
  id: string;
  weight: number;
  terms: TermLists;
  gates: TopicGate[];
  facet?: string;
}

interface Statement {
  text: string;
  at: number;
}

function placed(fault: Fault, topic: string, source: string): TopicProblem {
  const line = source.slice(0, fault.position).split('\n').length;
  return asProblem(fault, topic, `line ${line}`);
}

/** Lines without comments; `{` ends a statement, `}` is one of its own; a condition takes its indented lines along. */
function statements(source: string): Statement[] {
  const list: Statement[] = [];
  let from = 0;
  let quoted = false;
  const end = (to: number) => {
    const text = source.slice(from, to);
    const at = from + text.length - text.trimStart().length;
    if (text.trim() !== '') list.push({ text: text.trim(), at });
  };
  for (let i = 0; i <= source.length; i++) {
    const char = source[i];
    // A quote that belongs to the words.
    if (quoted && char === '\\' && /["\\]/.test(source[i + 1] ?? '')) {
      i++;
      continue;
    }
    if (char === '"') quoted = !quoted;
    if (char === '#' && !quoted && /^\s?$/.test(source[i - 1] ?? '')) {
      end(i);
      const next = source.indexOf('\n', i);
      i = next === -1 ? source.length : next;
      from = i;
    } else if (char === undefined || char === '\n') {
      const condition = /^\s*must\b/.test(source.slice(from, i));
      if (char !== undefined && condition && /^[ \t]+\S/.test(source.slice(i + 1))) continue;
      end(i);
      from = i + 1;
      quoted = false;
    } else if (char === '{' && !quoted) {
      end(i + 1);
      from = i + 1;
    } else if (char === '}' && !quoted) {
      end(i);
      list.push({ text: '}', at: i });
      from = i + 1;
    }
  }
  return list;
}

function readStatement(statement: Statement, reader: Reader): void {
  if (reader.block !== null) readInside(statement, reader, reader.block);
  else readOutside(statement, reader);
}

function readOutside(statement: Statement, reader: Reader): void {
  const { text, at } = statement;
  const keyword = /^\S+/.exec(text)?.[0] ?? '';
  const rest = text.slice(keyword.length).trim();
  const restAt = at + text.length - rest.length;
  switch (keyword) {
    case 'topic': {
      const parts = /^([a-z0-9-]+)\s+("(?:[^"\\]|\\.)*")$/.exec(rest);
      if (parts === null)
        reader.faults.push({
          code: 'bad_topic_line',
          message: 'a topic has a short name and a title',
          position: restAt,
          expected: 'topic tariffs "Tariffs"',
        });
      else Object.assign(reader.draft, { id: parts[1], name: unquoted(parts[2] ?? '') });
      return;
    }
    case 'about': {
      if (/^"(?:[^"\\]|\\.)*"$/.test(rest)) reader.draft.description = unquoted(rest);
      else
        reader.faults.push({
          code: 'bad_about',
          message: 'the description stands in quotes',
          position: restAt,
          expected: 'about "..."',
        });
      return;
    }
    case 'relevant':
    case 'queue': {
      const value = Number(rest);
      if (rest === '' || Number.isNaN(value))
        reader.faults.push({
          code: 'no_number',
          named: rest,
          message: `"${rest}" is no number`,
          position: restAt,
          expected: '0.5',
        });
      else reader.draft.thresholds = { ...reader.draft.thresholds, [keyword]: value };
      return;
    }
    case 'must':
      readCondition(rest, restAt, reader);
      return;
    case 'concept':
    case 'cue':
    case 'except':
      openBlock(keyword, rest, restAt, reader);
      return;
    default:
      reader.faults.push({
        code: 'unexpected',
        named: keyword,
        message: `"${keyword}" is not expected here`,
        position: at,
        expected: 'topic, about, relevant, queue, concept, cue, except, must',
      });
  }
}

function readCondition(rest: string, at: number, reader: Reader): void {
  const not = /^not\s+/.exec(rest)?.[0] ?? '';
  const query = parseQuery(rest.slice(not.length));
  if (isFault(query)) reader.faults.push({ ...query, position: query.position + at + not.length });
  else reader.draft[not === '' ? 'must' : 'mustNot'] = printQuery(query);
}

/** As much of a block's first line as can be read: the fault begins behind it. */
const READABLE = {
  concept:
    /^(?:[a-z0-9-]+(?=\s)\s+(?:weight(?=\s)\s+(?:-?[0-9.]+(?=[\s{])\s*(?:facet(?=\s)\s+(?:"(?:[^"\\]|\\.)*"\s*)?)?)?)?)?/,
  cue: /^(?:[a-z0-9-]+(?=[\s{])\s*)?/,
  except: /^/,
};

function openBlock(keyword: 'concept' | 'cue' | 'except', rest: string, at: number, reader: Reader): void {
  const block: Block = { id: '', weight: 0, terms: {}, gates: [] };
  const shape = {
    concept: /^([a-z0-9-]+)\s+weight\s+(-?[0-9.]+)(?:\s+facet\s+("(?:[^"\\]|\\.)*"))?\s*\{$/,
    cue: /^([a-z0-9-]+)\s*\{$/,
    except: /^\{$/,
  }[keyword];
  const parts = shape.exec(rest);
  if (parts === null) {
    const usual = { concept: 'concept NAME weight 4 {', cue: 'cue NAME {', except: 'except {' }[keyword];
    reader.faults.push({
      code: 'bad_block',
      named: keyword,
      message: `this ${keyword} cannot be read`,
      position: at + (READABLE[keyword].exec(rest)?.[0].length ?? 0),
      expected: usual,
    });
    if (!rest.endsWith('{')) return;
  }
  block.id = parts?.[1] ?? '';
  block.weight = Number(parts?.[2] ?? 0);
  if (parts?.[3] !== undefined) block.facet = unquoted(parts[3]);
  reader.block = block;
  reader.language = '*';
  if (keyword === 'concept') reader.draft.concepts.push(block);
  else if (keyword === 'cue') reader.draft.cues.push(block);
  else block.terms = reader.draft.except;
}

function readInside(statement: Statement, reader: Reader, block: Block): void {
  const { text, at } = statement;
  if (text === '}') reader.block = null;
  else if (/^(require|penalise)\s/.test(text)) readGate(text, at, reader, block);
  else readTerms(text, at, reader, block);
}

function readGate(text: string, at: number, reader: Reader, block: Block): void {
  const parts =
    /^(require|penalise)\s+([a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)\s+within\s+(\d+|sentence|field|item)(?:\s+by\s+([0-9.]+))?$/.exec(
      text,
    );
  if (parts === null) {
    reader.faults.push({
      code: 'bad_gate',
      message: 'this gate cannot be read',
      position: at,
      expected: 'require NAME, NAME within 12|sentence|field|item by 0.5',
    });
    return;
  }
  const [, kind, names = '', reach = '', by] = parts;
  block.gates.push({
    kind: kind === 'require' ? 'require' : 'penalise',
    any: names.split(/\s*,\s*/),
    within: /^\d/.test(reach)
      ? Number(reach)
      : reach === 'sentence'
        ? 'sentence'
        : reach === 'field'
          ? 'field'
          : 'item',
    by: by === undefined ? 1 : Number(by),
  });
}

/** Terms stand between bars; quotes are needed only where a term holds a bar or a brace. */
function readTerms(text: string, at: number, reader: Reader, block: Block): void {
  for (const piece of text.matchAll(/(?:[^|"]|"[^"]*"?)+/g)) {
    const switched = /^\s*([a-z]{2,3}|\*):/.exec(piece[0]);
    if (switched !== null) reader.language = switched[1] ?? '*';
    const source = piece[0].slice(switched?.[0].length ?? 0);
    if (source.trim() === '') continue;
    const { language } = reader;
    const term = parseTerm(source, language === '*' ? null : language);
    const position = at + piece.index + piece[0].length - source.length;
    if (isFault(term)) reader.faults.push({ ...term, position: term.position + position });
    else block.terms[language] = [...(block.terms[language] ?? []), printTerm(term, 'lone')];
  }
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}

/** Writes a topic so that `parseTopic` reads the same one again. Terms and conditions come out in their usual spelling. */
export function printTopic(draft: TopicDraft): Outcome<string> {
  const canonical = canonicalTopic(draft);
  if (!canonical.ok) return canonical;
  const topic = canonical.value;
  const lines = [`topic ${topic.id} ${JSON.stringify(topic.name)}`];
  if (topic.description !== '') lines.push(`about ${JSON.stringify(topic.description)}`);
  lines.push(`relevant ${topic.thresholds.relevant}`, `queue ${topic.thresholds.queue}`);
  for (const concept of topic.concepts) {
    const facet = concept.facet === undefined ? '' : ` facet ${JSON.stringify(concept.facet)}`;
    const gates = concept.gates.map(printGate);
    lines.push(
      '',
      `concept ${concept.id} weight ${concept.weight}${facet} {`,
      ...printLists(concept.terms),
      ...gates,
      '}',
    );
  }
  for (const cue of topic.cues) lines.push('', `cue ${cue.id} {`, ...printLists(cue.terms), '}');
  if (Object.keys(topic.except).length > 0) lines.push('', 'except {', ...printLists(topic.except), '}');
  if (topic.must !== undefined) lines.push('', `must ${topic.must}`);
  if (topic.mustNot !== undefined) lines.push('', `must not ${topic.mustNot}`);
  return { ok: true, value: `${lines.join('\n')}\n` };
}

function printGate(gate: TopicGate): string {
  const by = gate.by === 1 ? '' : ` by ${gate.by}`;
  return `  ${gate.kind} ${gate.any.join(', ')} within ${gate.within}${by}`;
}

/** One language after the other, in lines of at most about 100 letters. */
function printLists(lists: TermLists): string[] {
  const lines: string[] = [];
  for (const [language, sources] of Object.entries(lists)) {
    let line = `  ${language}:`;
    for (const [i, source] of sources.entries()) {
      const term = parseTerm(source, language === '*' ? null : language);
      const piece = `${i === 0 ? ' ' : ' | '}${isFault(term) ? source : printTerm(term)}`;
      if (line.length + piece.length > 100 && i > 0) {
        lines.push(line);
        line = `    ${piece}`;
      } else line += piece;
    }
    lines.push(line);
  }
  return lines;
}
