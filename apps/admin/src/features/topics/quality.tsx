import { useQuery } from '@tanstack/react-query';
import type { Topic } from '@throughline/schema';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/states.tsx';
import { Learning } from './learning.tsx';
import { type Learned, topicLearnedQuery } from './queries.ts';
import { Recall } from './recall.tsx';
import { useOpenRules } from './use-open-rules.ts';
import { Measures, useShare } from './what-if.tsx';

/** How the rules do by what curators said, and what the verdicts suggest. Nothing here changes a rule by itself. */
export function TopicQuality({ topic }: { topic: Topic }) {
  const m = useMessages();
  const learned = useQuery(topicLearnedQuery(topic.id));
  if (learned.data === undefined) {
    return learned.error === null ? (
      <Loading label={m.loading} />
    ) : (
      <QueryProblem error={learned.error} retry={() => void learned.refetch()} />
    );
  }
  const { version, verdicts, quality, terms, proposals, learning, recall } = learned.data;
  return (
    <div className="topic-quality">
      <Summary verdicts={verdicts} quality={quality} />
      <Recall topic={topic} recall={recall} />
      <section>
        <h3>{m.topics.quality.proposals}</h3>
        {proposals.length === 0 && <p className="soft small">{m.topics.quality.noProposals}</p>}
        <ul className="topic-versions">
          {proposals.map((proposal) => (
            <ProposalLine key={proposal.text} topic={topic} proposal={proposal} version={version} />
          ))}
        </ul>
      </section>
      <Learning topic={topic} learning={learning} />
      <section>
        <h3>{m.topics.quality.terms}</h3>
        <p className="soft small">{m.topics.quality.termsLead}</p>
        <Terms terms={terms} />
      </section>
    </div>
  );
}

function Summary({ verdicts, quality }: Pick<Learned, 'verdicts' | 'quality'>) {
  const m = useMessages();
  const share = useShare();
  const format = useFormat();
  if (verdicts === 0 || quality === null) return <p className="soft">{m.topics.quality.noVerdicts}</p>;
  return (
    <dl className="measures">
      <div>
        <dt>{m.topics.quality.verdicts}</dt>
        <dd>{format.number(verdicts)}</dd>
      </div>
      <div>
        <dt>{m.topics.quality.precision}</dt>
        <dd>{share(quality.precision)}</dd>
      </div>
      <div>
        <dt>{m.topics.quality.recall}</dt>
        <dd>{share(quality.recall)}</dd>
      </div>
    </dl>
  );
}

interface ProposalLineProps {
  topic: Topic;
  proposal: Learned['proposals'][number];
  /** Of the rules that it would change. */
  version: number;
}

function ProposalLine({ topic, proposal, version }: ProposalLineProps) {
  const m = useMessages();
  const openRules = useOpenRules();
  const said = useChange(proposal.change);
  const open = () => void openRules(topic.id, { text: proposal.text, version });
  return (
    <li>
      <div className="row">
        <span>{said}</span>
        <span className="topic-version-actions">
          <Button onClick={open}>{m.topics.quality.toEditor}</Button>
        </span>
      </div>
      <p className="small">
        <span className="gain">+{proposal.gained}</span> <span className="loss">−{proposal.lost}</span>{' '}
        <span className="soft">{m.topics.quality.ofVerdicts}</span>
      </p>
      <Measures before={proposal.before} after={proposal.after} />
    </li>
  );
}

function useChange(change: Learned['proposals'][number]['change']): string {
  const words = useMessages().topics.quality.change;
  const format = useFormat();
  switch (change.kind) {
    case 'except':
      return words.except(format.list(change.phrases.map(words.quoted)));
    case 'penalise':
      return words.penalise(change.term);
    case 'threshold':
      return words.threshold(format.score(change.from), format.score(change.to));
    case 'term':
      return words.term(change.term, change.concept);
  }
}

function Terms({ terms }: Pick<Learned, 'terms'>) {
  const m = useMessages();
  const sides = [
    [m.topics.quality.speaksFor, terms.filter((term) => term.z > 0)],
    [m.topics.quality.speaksAgainst, terms.filter((term) => term.z < 0)],
  ] as const;
  return (
    <dl className="terms">
      {sides.map(([name, list]) => (
        <div className="term-line" key={name}>
          <dt>{name}</dt>
          <dd>
            {list.length === 0 && <span className="soft">–</span>}
            {list.map((term) => (
              <span key={term.term} title={m.topics.quality.counts(term.accepted, term.rejected)}>
                <span dir="auto">{term.term}</span>{' '}
                <span className="soft">
                  {term.accepted}:{term.rejected}
                </span>
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
