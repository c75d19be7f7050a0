import { getRouteApi } from '@tanstack/react-router';
import type { StorylineDetail } from '@throughline/schema';
import { useMessages } from '../../i18n/messages.tsx';
import { useSideways } from '../../ui/use-sideways.ts';
import { Work } from '../work/work.tsx';
import { SIDE_TABS } from './address.ts';
import { Claims } from './claims.tsx';
import { History } from './history.tsx';
import { Material } from './material.tsx';
import { Related } from './related.tsx';
import { Suggestions } from './suggestions.tsx';
import { Timeline } from './timeline.tsx';
import './side-panel.css';

const route = getRouteApi('/storylines/$id');

/** What stands beside the piece: items to cite, its claims, its earlier states. */
export function SidePanel({ storyline }: { storyline: StorylineDetail }) {
  const m = useMessages();
  const { side: tab = 'material' } = route.useSearch();
  const navigate = route.useNavigate();
  const tabs = useSideways(tab);
  return (
    <div className="side">
      <nav ref={tabs} className="switch side-tabs" aria-label={m.storylines.side.label}>
        {SIDE_TABS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={tab === name}
            onClick={() =>
              void navigate({ search: (now) => ({ ...now, side: name }), replace: true, resetScroll: false })
            }
          >
            {m.storylines.side[name]}
          </button>
        ))}
      </nav>
      {tab === 'material' && <Material storyline={storyline} />}
      {tab === 'claims' && <Claims storyline={storyline} />}
      {tab === 'tracking' && <Suggestions storyline={storyline} />}
      {tab === 'timeline' && <Timeline storyline={storyline} />}
      {tab === 'related' && <Related storyline={storyline} />}
      {tab === 'history' && <History storyline={storyline} />}
      {tab === 'notes' && <Work object="storyline" id={String(storyline.id)} />}
    </div>
  );
}
