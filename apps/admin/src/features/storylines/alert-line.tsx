import type { OpenAlert } from '@throughline/schema';
import type { Messages } from '../../i18n/catalogue.ts';
import { useFormat, useNow } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { useAlertActions } from './use-alert-actions.ts';
import { useAlerts } from './use-alerts.ts';
import './alerts.css';

const DAY_MS = 86_400_000;

/** What an alert says. `numbers` gives the footnotes of the piece where they are at hand. */
function alertText(
  m: Messages,
  { alert }: OpenAlert,
  {
    now,
    list,
    numbers,
  }: { now: number; list(values: readonly string[]): string; numbers?: ReadonlyMap<number, number> },
): string {
  const words = m.storylines.tracking.alerts;
  switch (alert.kind) {
    case 'development':
      return words.development(alert.items.length, alert.title);
    case 'correction':
      return words.correction[alert.words](alert.publisher, alert.title);
    case 'quiet':
      return words.quiet(Math.floor((now - Date.parse(alert.since)) / DAY_MS));
    case 'wake':
      return words.wake(alert.title);
    case 'dormant':
      return words.dormant(Math.floor((now - Date.parse(alert.since)) / DAY_MS));
    case 'drift': {
      const notes = alert.citations.flatMap((id) => numbers?.get(id) ?? []).sort((a, b) => a - b);
      return notes.length === 0 ? words.drift : words.driftOf(list(notes.map(String)));
    }
  }
}

interface AlertLineProps {
  open: OpenAlert;
  storylineId: number;
  numbers?: ReadonlyMap<number, number>;
}

/** One alert, with its age, what can be done about it, and what puts it away. */
export function AlertLine({ open, storylineId, numbers }: AlertLineProps) {
  const m = useMessages();
  const format = useFormat();
  const now = useNow();
  const close = useAlerts();
  const text = alertText(m, open, { now, list: format.list, ...(numbers === undefined ? {} : { numbers }) });
  return (
    <li className="alert-line" data-kind={open.alert.kind}>
      <div className="alert-text" dir="auto">
        <strong>{m.storylines.tracking.alertKinds[open.alert.kind]}</strong> {text}{' '}
        <span className="soft">{format.age(open.at, now)}</span>
        <AlertAction open={open} storylineId={storylineId} />
      </div>
      <Button
        look="plain"
        icon="cross"
        aria-label={m.storylines.tracking.putAway(text)}
        onClick={() => close(open.id)}
      />
    </li>
  );
}

function AlertAction({ open, storylineId }: { open: OpenAlert; storylineId: number }) {
  const words = useMessages().storylines.tracking;
  const { splitOff, reopen, busy } = useAlertActions();
  const { kind } = open.alert;
  if (kind !== 'drift' && kind !== 'dormant') return null;
  return (
    <div className="alert-action">
      <Button
        needs="curator"
        disabled={busy}
        onClick={() => (kind === 'drift' ? splitOff(open.id) : reopen(storylineId))}
      >
        {kind === 'drift' ? words.splitOff : words.reopen}
      </Button>
    </div>
  );
}
