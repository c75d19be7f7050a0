import { foldText } from '@throughline/text';
import { sentenceAround } from '../claims/find-claims.ts';
import { independentPublishers } from './claim-status.ts';
import { comparable, type Figure, figuresAgree, figuresOf, relativeGap } from './figures.ts';
import { predicateOf } from './predicates.ts';

/** One report of a story. */
export interface StoryReport {
  id: string;
  text: string;
  language: string | null;
  publisher: string;
  /** Copies of one report share this. */
  report: string | null;
  publishedAt: string | null;
}

/** Two reports of one story whose figures for one thing do not meet. */
export interface FigureDifference {
  /** What is said of the figure: killed, tariff ... */
  predicate: string;
  /** `superseded`: a count that can only grow, and the later report has the larger one. */
  relation: 'differ' | 'superseded';
  /** 0..1: how far apart, how surely the same thing, how independent. */
  severity: number;
  earlier: { report: string; figure: Figure; sentence: string };
  later: { report: string; figure: Figure; sentence: string };
}

interface Statement {
  source: StoryReport;
  figure: Figure;
  sentence: string;
  predicate: { name: string; grows: boolean };
  scope: ReadonlySet<string>;
}

/** Differences below this are not worth a curator's eye. */
const shown = 0.15;

/**
 * Compares the figures of reports of ONE story (the caller groups them: across stories unequal figures mean nothing).
 * Only figures with the same predicate, dimension and scope are compared, so precision comes before recall.
 *
 * @returns pairs worth showing, the gravest first; never says which report is right.
 */
export function crossCheckFigures(reports: readonly StoryReport[]): FigureDifference[] {
  const statements = reports.flatMap(statementsOf);
  const differences: FigureDifference[] = [];
  for (const [i, a] of statements.entries())
    for (const b of statements.slice(i + 1)) {
      const difference = a.source.id === b.source.id ? null : compare(a, b, statements);
      if (difference !== null && difference.severity >= shown) differences.push(difference);
    }
  return differences.sort((a, b) => b.severity - a.severity);
}

function statementsOf(source: StoryReport): Statement[] {
  return figuresOf(source.text, source.language).flatMap((figure) => {
    const sentence = sentenceAround(source.text, figure);
    const [before = '', ...rest] = sentence.split(figure.text);
    const predicate = predicateOf(`${before} ${figure.of ?? ''}`, rest.join(figure.text));
    return predicate === null ? [] : [{ source, figure, sentence, predicate, scope: scopeOf(sentence) }];
  });
}

/** Names in the sentence: capitalised words that do not begin it, folded. Scripts without capitals give none. */
function scopeOf(sentence: string): ReadonlySet<string> {
  const words = [...sentence.matchAll(/(?<=[\p{Ll}\p{N},]['’s]*\s)\p{Lu}[\p{L}-]{2,}/gu)];
  return new Set(words.map((match) => foldText(match[0]).slice(0, 5)));
}

function compare(a: Statement, b: Statement, all: readonly Statement[]): FigureDifference | null {
  if (a.predicate.name !== b.predicate.name || !comparable(a.figure, b.figure)) return null;
  // A report that gives both figures itself (a toll and an update, two groups) does not contradict the other.
  if (figuresAgree(a.figure, b.figure) || saysToo(a, b, all) || saysToo(b, a, all)) return null;
  const subset = a.figure.qualifiers.length !== b.figure.qualifiers.length;
  if (subset) return null;
  const [earlier, later] = inOrder(a, b);
  const grew = a.predicate.grows && later.figure.value > earlier.figure.value && after(later, earlier);
  const independent = independentPublishers([a.source, b.source]);
  const severity =
    relativeGap(a.figure, b.figure) * sameScope(a.scope, b.scope) * Math.min(1, independent / 2);
  const side = ({ source, figure, sentence }: Statement) => ({ report: source.id, figure, sentence });
  return {
    predicate: a.predicate.name,
    relation: grew ? 'superseded' : 'differ',
    severity,
    earlier: side(earlier),
    later: side(later),
  };
}

const saysToo = (one: Statement, other: Statement, all: readonly Statement[]) =>
  all.some(
    (statement) =>
      statement.source.id === other.source.id &&
      statement !== other &&
      statement.predicate.name === one.predicate.name &&
      comparable(statement.figure, one.figure) &&
      figuresAgree(statement.figure, one.figure),
  );

function inOrder(a: Statement, b: Statement): [Statement, Statement] {
  return (a.source.publishedAt ?? '') <= (b.source.publishedAt ?? '') ? [a, b] : [b, a];
}

const after = (later: Statement, earlier: Statement) =>
  later.source.publishedAt !== null &&
  earlier.source.publishedAt !== null &&
  later.source.publishedAt > earlier.source.publishedAt;

/** How surely two sentences speak of the same place and people, 0..1. */
function sameScope(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 0.7;
  if (a.size === 0 || b.size === 0) return 0.5;
  const shared = [...a].filter((name) => b.has(name)).length;
  return shared === 0 ? 0 : 0.5 + (0.5 * shared) / Math.min(a.size, b.size);
}
