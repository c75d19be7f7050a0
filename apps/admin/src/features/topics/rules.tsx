import type { TermLists, TopicConcept, TopicDefinition, TopicGate } from '@throughline/schema';
import { useState } from 'react';
import type { Messages } from '../../i18n/catalogue.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { signed } from '../../i18n/signed.ts';
import { textAttributes } from '../../lib/language.ts';

/** A topic's rules as something to read: what speaks for it, what against, and on which conditions. */
export function TopicRules({ definition }: { definition: TopicDefinition }) {
  const m = useMessages();
  const format = useFormat();
  const byWeight = definition.concepts.toSorted((a, b) => b.weight - a.weight);
  const { relevant, queue } = definition.thresholds;
  return (
    <div className="rules">
      <p className="soft small">{m.topics.thresholds(format.score(relevant), format.score(queue))}</p>
      {definition.must !== undefined && <Condition title={m.topics.must} query={definition.must} />}
      {definition.mustNot !== undefined && <Condition title={m.topics.mustNot} query={definition.mustNot} />}
      <Concepts title={m.topics.concepts} concepts={byWeight.filter((c) => c.weight >= 0)} />
      <Concepts title={m.topics.against} concepts={byWeight.filter((c) => c.weight < 0)} />
      {Object.keys(definition.except).length > 0 && (
        <section>
          <h3>{m.topics.except}</h3>
          <Terms terms={definition.except} />
        </section>
      )}
      {definition.cues.length > 0 && (
        <section>
          <h3>{m.topics.cues}</h3>
          {definition.cues.map((cue) => (
            <div className="concept" key={cue.id} id={`cue-${cue.id}`}>
              <h4>{readable(cue.id)}</h4>
              <Terms terms={cue.terms} />
            </div>
          ))}
        </section>
      )}
    </div>
  );
}

/** `counter-terrorism` -> "counter terrorism". */
const readable = (id: string) => id.replaceAll('-', ' ');

function Condition({ title, query }: { title: string; query: string }) {
  return (
    <section>
      <h3>{title}</h3>
      <code className="rule-query" dir="ltr">
        {query}
      </code>
    </section>
  );
}

function Concepts({ title, concepts }: { title: string; concepts: readonly TopicConcept[] }) {
  const m = useMessages();
  const format = useFormat();
  if (concepts.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      {concepts.map((concept) => (
        <div className="concept" key={concept.id}>
          <h4>
            {readable(concept.id)}{' '}
            <span className="concept-weight">{m.topics.weight(signed(concept.weight))}</span>
            {concept.facet !== undefined && (
              <span className="concept-weight">{m.topics.facet(concept.facet)}</span>
            )}
          </h4>
          {concept.gates.map((gate) => (
            <p className="soft small" key={JSON.stringify(gate)}>
              {gateSentence(gate, m, format.list)}
            </p>
          ))}
          <Terms terms={concept.terms} />
        </div>
      ))}
    </section>
  );
}

function gateSentence(gate: TopicGate, m: Messages, list: (values: readonly string[]) => string): string {
  const cues = list(gate.any.map(readable));
  const reach =
    typeof gate.within === 'number' ? m.topics.reach.words(gate.within) : m.topics.reach[gate.within];
  return gate.kind === 'require'
    ? m.topics.requires(cues, reach)
    : m.topics.doubts(cues, reach, `${Math.round(gate.by * 100)}%`);
}

/** Terms of a language that are shown before "12 more". */
const SHOWN = 14;

function Terms({ terms }: { terms: TermLists }) {
  return (
    <dl className="terms">
      {Object.entries(terms).map(([language, list]) => (
        <TermLine key={language} language={language} terms={list} />
      ))}
    </dl>
  );
}

function TermLine({ language, terms }: { language: string; terms: readonly string[] }) {
  const m = useMessages();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const shown = all ? terms : terms.slice(0, SHOWN);
  return (
    <div className="term-line">
      <dt>{language === '*' ? m.topics.anyLanguage : format.language(language)}</dt>
      <dd {...textAttributes(language === '*' ? null : language)}>
        {shown.map((term) => (
          <span className="term" key={term}>
            {term}
          </span>
        ))}
        {shown.length < terms.length && (
          <button type="button" className="text-button" onClick={() => setAll(true)}>
            {m.topics.moreTerms(terms.length - shown.length)}
          </button>
        )}
      </dd>
    </div>
  );
}
