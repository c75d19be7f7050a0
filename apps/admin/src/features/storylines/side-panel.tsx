import type { StorylineDetail } from '@throughline/schema';
import { useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { Claims } from './claims.tsx';
import { History } from './history.tsx';
import { Material } from './material.tsx';
import { Suggestions } from './suggestions.tsx';
import './side-panel.css';

const TABS = ['material', 'claims', 'tracking', 'history'] as const;
type Tab = (typeof TABS)[number];

/** What stands beside the piece: items to cite, its claims, its earlier states. */
export function SidePanel({ storyline }: { storyline: StorylineDetail }) {
  const m = useMessages();
  const [tab, setTab] = useState<Tab>('material');
  return (
    <div className="side">
      <nav className="switch side-tabs" aria-label={m.storylines.side.label}>
        {TABS.map((name) => (
          <button key={name} type="button" aria-pressed={tab === name} onClick={() => setTab(name)}>
            {m.storylines.side[name]}
          </button>
        ))}
      </nav>
      {tab === 'material' && <Material storyline={storyline} />}
      {tab === 'claims' && <Claims storyline={storyline} />}
      {tab === 'tracking' && <Suggestions storyline={storyline} />}
      {tab === 'history' && <History storyline={storyline} />}
    </div>
  );
}
