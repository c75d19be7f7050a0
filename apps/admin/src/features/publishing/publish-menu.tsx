import { useQuery } from '@tanstack/react-query';
import type { StorylineDetail } from '@throughline/schema';
import { useState } from 'react';
import { QueryProblem } from '../../app/query-problem.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loading } from '../../ui/states.tsx';
import { useWhenSaved } from '../storylines/use-when-saved.ts';
import { PublishForm } from './publish-form.tsx';
import { publicationQuery } from './queries.ts';
import { Refusals } from './refusals.tsx';
import { PublicState, Versions } from './versions.tsx';
import './publishing.css';

/** Whether the piece is public, and all that makes it so or takes it back. */
export function PublishMenu({ storyline }: { storyline: StorylineDetail }) {
  const m = useMessages();
  const whenSaved = useWhenSaved();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(publicationQuery(storyline.id));
  const isPublic = data !== null && data !== undefined && data.withdrawnAt === null;
  return (
    <>
      <Button
        icon="external"
        aria-haspopup="dialog"
        // What is on screen is what comes out: the last words are saved first.
        onClick={() => whenSaved(() => setOpen(true))}
      >
        {isPublic ? m.publishing.isPublic : m.publishing.publish}
      </Button>
      {open && (
        <Dialog title={m.publishing.title} closeLabel={m.close} onClose={() => setOpen(false)}>
          <Publishing storyline={storyline} />
        </Dialog>
      )}
    </>
  );
}

function Publishing({ storyline }: { storyline: StorylineDetail }) {
  const m = useMessages();
  const publication = useQuery(publicationQuery(storyline.id));
  if (publication.data === undefined)
    return publication.error !== null ? (
      <QueryProblem error={publication.error} retry={() => void publication.refetch()} />
    ) : (
      <Loading label={m.loading} />
    );
  const { data } = publication;
  return (
    <div className="publishing">
      <PublicState publication={data} storyline={storyline} />
      <PublishForm publication={data} storyline={storyline} />
      {data !== null && <Versions publication={data} />}
      <Refusals />
    </div>
  );
}
