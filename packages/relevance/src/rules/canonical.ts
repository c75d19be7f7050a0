import type { TermLists, TopicDefinition, TopicDraft, TopicProblem } from '@throughline/schema';
import { readDefinition } from './compile-topic.ts';
import { asProblem, isFault, type Outcome } from './problem.ts';
import { parseQuery, printQuery } from './query.ts';
import { parseTerm, printTerm } from './term.ts';

/** The same topic in its usual spelling: terms without needless quotes, conditions as they are printed. */
export function canonicalTopic(draft: TopicDraft): Outcome<TopicDefinition> {
  const read = readDefinition(draft);
  if (!read.ok) return read;
  const problems: TopicProblem[] = [];
  const topic = read.value;
  const { must, mustNot, ...rest } = topic;
  const value: TopicDefinition = {
    ...rest,
    concepts: topic.concepts.map((concept, i) => ({
      ...concept,
      terms: canonicalLists(concept.terms, topic.id, `concepts.${i}.terms`, problems),
    })),
    cues: topic.cues.map((cue, i) => ({
      ...cue,
      terms: canonicalLists(cue.terms, topic.id, `cues.${i}.terms`, problems),
    })),
    except: canonicalLists(topic.except, topic.id, 'except', problems),
  };
  for (const [name, source] of Object.entries({ must, mustNot })) {
    if (source === undefined || source.trim() === '') continue;
    const query = parseQuery(source);
    if (isFault(query)) problems.push(asProblem(query, topic.id, name));
    else value[name === 'must' ? 'must' : 'mustNot'] = printQuery(query);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

function canonicalLists(lists: TermLists, topic: string, path: string, problems: TopicProblem[]): TermLists {
  const canonical: TermLists = {};
  for (const [language, sources] of Object.entries(lists)) {
    if (sources.length === 0) continue;
    canonical[language] = sources.map((source, i) => {
      const term = parseTerm(source, language === '*' ? null : language);
      if (!isFault(term)) return printTerm(term, 'lone');
      problems.push(asProblem(term, topic, `${path}.${language}.${i}`));
      return source;
    });
  }
  return canonical;
}
