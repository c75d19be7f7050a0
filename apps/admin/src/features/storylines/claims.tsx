import { useMutation, useQuery } from '@tanstack/react-query';
import type { ClaimProposal, StorylineDetail } from '@throughline/schema';
import { useRef } from 'react';
import { undoStack } from '../../app/undo.ts';
import { useNotSaved } from '../../app/use-not-saved.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';
import { storylinesApi } from './api.ts';
import { useEditing } from './editing.ts';
import { proposedClaimsQuery } from './queries.ts';
import { Watched } from './watched.tsx';

type Claim = StorylineDetail['claims'][number];

/** What the piece asserts, how well each is proven, and what else in it could be checked. */
export function Claims({ storyline }: { storyline: StorylineDetail }) {
  const m = useMessages();
  const { confirm, remove } = useClaimActions(storyline);
  return (
    <aside className="material" aria-labelledby="claims">
      <h2 id="claims">{m.storylines.side.claims}</h2>
      {storyline.citations.length > 0 && <CheckSources id={storyline.id} />}
      {storyline.claims.length === 0 && <p className="soft small">{m.storylines.claimsNone}</p>}
      <ul>
        {storyline.claims.map((claim) => (
          <ClaimLine
            key={claim.id}
            claim={claim}
            broken={storyline.watched.filter(
              ({ citation, state }) =>
                (state === 'changed' || state === 'gone') && claim.evidence.includes(citation),
            )}
            onRemove={() => remove(claim)}
          />
        ))}
      </ul>
      <Proposals storyline={storyline} onConfirm={confirm} />
    </aside>
  );
}

/** Has the pages of all cited items read again, for an editor who does not want to wait for their turn. */
function CheckSources({ id }: { id: number }) {
  const m = useMessages();
  const notSaved = useNotSaved();
  const check = useMutation({
    mutationFn: () => api.storylines.checkEvidence.mutate({ id }),
    onSuccess: (asked) => showToast(m.storylines.watched.asked(asked)),
    onError: notSaved,
  });
  return (
    <Button disabled={check.isPending} onClick={() => check.mutate()}>
      {m.storylines.watched.check}
    </Button>
  );
}

interface ClaimLineProps {
  claim: Claim;
  /** Its cited words that are gone or changed. */
  broken: StorylineDetail['watched'];
  onRemove(): void;
}

function ClaimLine({ claim, broken, onRemove }: ClaimLineProps) {
  const m = useMessages();
  return (
    <li className="claim-line">
      <div className="claim-text">
        <span className="claim-status" data-status={claim.status}>
          {m.storylines.claimStatus[claim.status]}
        </span>
        <span dir="auto">{claim.text}</span>
        <span className="soft">{m.storylines.claimBecause[claim.status](claim.counted)}</span>
        {broken.map((watched) => (
          <Watched key={watched.citation} watched={watched} />
        ))}
      </div>
      <Button
        look="plain"
        icon="remove"
        aria-label={m.storylines.claimRemove(claim.text)}
        onClick={onRemove}
      />
    </li>
  );
}

interface ProposalsProps {
  storyline: StorylineDetail;
  onConfirm(proposal: ClaimProposal): void;
}

function Proposals({ storyline, onConfirm }: ProposalsProps) {
  const m = useMessages();
  const list = useRef<HTMLUListElement>(null);
  const { data } = useQuery(proposedClaimsQuery(storyline.id, storyline.revision));
  const claimed = new Set(storyline.claims.map((claim) => claim.text));
  const proposals = data?.filter((proposal) => !claimed.has(proposal.text));
  return (
    <section aria-labelledby="proposals">
      <h3 id="proposals" className="small">
        {m.storylines.claimProposals}
      </h3>
      {proposals === undefined && <Loading label={m.loading} />}
      {proposals?.length === 0 && <p className="soft small">{m.storylines.claimNoProposals}</p>}
      <ul ref={list}>
        {proposals?.map((proposal, place) => (
          <li key={proposal.text} className="claim-line">
            <div className="claim-text">
              <span dir="auto">{proposal.text}</span>
              <span className="soft">
                {m.storylines.claimKinds[proposal.kind]}: <bdi>{proposal.found.join(', ')}</bdi> (
                {proposal.evidence.length === 0
                  ? m.storylines.claimNoSource
                  : m.storylines.claimSources(proposal.evidence.length)}
                {proposal.section === null && `, ${m.storylines.claimFromSource}`})
              </span>
            </div>
            <Button
              look="plain"
              icon="check"
              aria-label={m.storylines.claimConfirmThis(proposal.text)}
              onClick={() => {
                // The cursor goes on to the next one, so that Enter confirms one after the other.
                const buttons = list.current?.querySelectorAll<HTMLButtonElement>('button');
                (buttons?.[place + 1] ?? buttons?.[place - 1])?.focus();
                onConfirm(proposal);
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function useClaimActions(storyline: StorylineDetail) {
  const m = useMessages();
  const editing = useEditing();
  const notSaved = useNotSaved();
  const offerUndo = (label: string, change: () => Promise<StorylineDetail>) => {
    const undo = async () => {
      const now = await change().catch(notSaved);
      if (now) editing.keep(now);
    };
    const entry = { label, undo };
    undoStack.push(entry);
    showToast(label, { action: { label: m.undo, run: () => void undoStack.undoEntry(entry) } });
  };
  const confirm = useMutation({
    mutationFn: ({ kind, text, evidence }: ClaimProposal) =>
      storylinesApi.addClaim({ storylineId: storyline.id, kind, text, evidence, against: [] }),
    onSuccess: ({ claimId, storyline: after }) => {
      editing.keep(after);
      offerUndo(m.storylines.claimAdded, () => storylinesApi.removeClaim(claimId));
    },
    onError: notSaved,
  });
  const remove = useMutation({
    mutationFn: (claim: Claim) => storylinesApi.removeClaim(claim.id),
    onSuccess: (after, claim) => {
      editing.keep(after);
      offerUndo(m.storylines.claimRemoved, () => storylinesApi.restoreClaim(claim.id));
    },
    onError: notSaved,
  });
  return { confirm: confirm.mutate, remove: remove.mutate };
}
