import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { RejectReason } from '@throughline/schema';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { type Choice, Palette } from '../../ui/palette.tsx';
import { sourcesQuery } from '../sources/queries.ts';
import { topicsQuery } from '../topics/queries.ts';
import { type ViewName, viewSegment } from './address.ts';
import { savedViewsQuery } from './queries.ts';

const REASONS: readonly RejectReason[] = ['wrong_sense', 'wrong_place', 'too_minor', 'duplicate', 'other'];

interface PaletteOf<T> {
  onPick(picked: T): void;
  onClose(): void;
}

export function ReasonPalette({ onPick, onClose }: PaletteOf<RejectReason>) {
  const m = useMessages();
  return (
    <Palette
      label={m.review.reasonTitle}
      placeholder={m.review.reasonPlaceholder}
      nothing={m.commands.paletteNothing}
      choices={REASONS.map((reason) => ({
        id: reason,
        label: m.review.reasons[reason],
        run: () => onPick(reason),
      }))}
      onClose={onClose}
    />
  );
}

const HOUR_MS = 3_600_000;

/** Moments that people put things off to, in the time of this device. */
function wakeTimes(
  now: Date,
): { id: 'hour' | 'hours' | 'evening' | 'tomorrow' | 'monday' | 'week'; at: Date }[] {
  const at = (days: number, hour: number) => {
    const day = new Date(now);
    day.setDate(day.getDate() + days);
    day.setHours(hour, 0, 0, 0);
    return day;
  };
  const evening = at(0, 18);
  return [
    { id: 'hour', at: new Date(now.getTime() + HOUR_MS) },
    { id: 'hours', at: new Date(now.getTime() + 3 * HOUR_MS) },
    ...(evening > now ? [{ id: 'evening' as const, at: evening }] : []),
    { id: 'tomorrow', at: at(1, 8) },
    { id: 'monday', at: at((8 - now.getDay()) % 7 || 7, 8) },
    { id: 'week', at: at(7, 8) },
  ];
}

export function SnoozePalette({ onPick, onClose }: PaletteOf<string>) {
  const m = useMessages();
  const format = useFormat();
  return (
    <Palette
      label={m.review.snoozeTitle}
      placeholder={m.review.snoozePlaceholder}
      nothing={m.commands.paletteNothing}
      choices={wakeTimes(new Date()).map(({ id, at }) => ({
        id,
        label: m.review.snoozeUntil[id],
        hint: format.dateTime(at.toISOString()),
        run: () => onPick(at.toISOString()),
      }))}
      onClose={onClose}
    />
  );
}

export function TagPalette({ onPick, onClose }: PaletteOf<{ id: string; name: string }>) {
  const m = useMessages();
  const topics = useQuery(topicsQuery);
  return (
    <Palette
      label={m.review.tagTitle}
      placeholder={m.review.tagPlaceholder}
      nothing={m.commands.paletteNothing}
      choices={(topics.data ?? [])
        .filter((topic) => topic.enabled)
        .map((topic) => ({ id: topic.id, label: topic.name, run: () => onPick(topic) }))}
      onClose={onClose}
    />
  );
}

/** Every view that there is: also those by source, publisher and language, which the rail has no room for. */
export function ViewPalette({ onClose }: { onClose(): void }) {
  const m = useMessages();
  const format = useFormat();
  const navigate = useNavigate();
  const topics = useQuery(topicsQuery);
  const sources = useQuery(sourcesQuery);
  const saved = useQuery(savedViewsQuery);
  const choice = (name: ViewName, label: string, group: string): Choice => ({
    id: viewSegment(name),
    label,
    group,
    run: () => void navigate({ to: '/review/$view', params: { view: viewSegment(name) } }),
  });
  const all = sources.data ?? [];
  const publishers = new Map(all.map(({ publisher }) => [publisher.id, publisher.name]));
  const languages = new Set(all.flatMap(({ language }) => language?.toLowerCase().split('-')[0] ?? []));
  const words = m.review;
  return (
    <Palette
      label={words.goToView}
      placeholder={words.goToViewPlaceholder}
      nothing={m.commands.paletteNothing}
      choices={[
        choice({ kind: 'queue' }, words.queue, words.views),
        choice({ kind: 'mark', mark: 'doubted' }, words.marks.doubted, words.views),
        choice({ kind: 'mark', mark: 'starred' }, words.marks.starred, words.views),
        choice({ kind: 'mark', mark: 'snoozed' }, words.marks.snoozed, words.views),
        choice({ kind: 'everything' }, words.everything, words.views),
        ...(topics.data ?? []).map(({ id, name }) =>
          choice({ kind: 'topic', topic: id }, name, words.topicsHeading),
        ),
        ...(saved.data ?? []).map(({ id, name }) =>
          choice({ kind: 'saved', saved: id }, name, words.savedViews),
        ),
        ...[...publishers].map(([id, name]) =>
          choice({ kind: 'publisher', publisher: id }, name, words.fields.publisher),
        ),
        ...all.map(({ id, title }) => choice({ kind: 'source', source: id }, title, words.fields.source)),
        ...[...languages]
          .filter((language) => /^[a-z]{2,3}$/.test(language))
          .map((language) =>
            choice({ kind: 'language', language }, format.language(language), words.fields.lang),
          ),
      ]}
      onClose={onClose}
    />
  );
}
