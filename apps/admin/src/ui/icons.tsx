import type { SVGProps } from 'react';

/** Line icons on a grid of 16, in the colour of the text beside them. */
const PATHS = {
  today: 'M2.5 12.500h11M4 9.500l2.500-3 2.500 2 3.500-5',
  review: 'M2.500 4h11M2.500 8h7M2.500 12h4.500M10 11l1.800 1.800L14.500 9.500',
  stories: 'M2.500 3.500h11v3h-11zM2.500 9.500h7M2.500 12.500h5',
  storylines: 'M3 3.500h10M3 7h10M3 10.500h6M3 13.500h4',
  topics: 'M2.500 8.500v-5a1 1 0 0 1 1-1h5l5 5-6 6zM5.500 5.500h.01',
  sources: 'M3 13a1 1 0 1 0 0-.01M3 8.500A4.500 4.500 0 0 1 7.500 13M3 4a9 9 0 0 1 9 9',
  settings: 'M2.500 4.500h6m3 0h2M2.500 11.500h2m3 0h6M10 3v3M6 10v3',
  search: 'M7 11.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9zM10.500 10.500l3 3',
  check: 'M3 8.500l3.500 3.500L13 4.500',
  cross: 'M4 4l8 8M12 4l-8 8',
  undo: 'M5.500 3L2.500 6l3 3M2.500 6h7a4 4 0 0 1 0 8H6',
  external: 'M9 3h4v4M13 3L7.500 8.500M11 9.500v3.500H3V5h3.500',
  add: 'M8 3v10M3 8h10',
  up: 'M8 13V3.500M4 7l4-4 4 4',
  down: 'M8 3v9.500M4 9l4 4 4-4',
  back: 'M10 3L5 8l5 5',
  remove: 'M3 4.500h10M6.500 4.500V3h3v1.500M4.500 4.500l.5 8.500h6l.5-8.500',
  warning: 'M8 2.500l6 10.500H2zM8 6.500v3M8 11.200h.01',
  pause: 'M5.500 3.500v9M10.500 3.500v9',
  play: 'M5 3.500l7 4.500-7 4.500z',
  refresh: 'M13 8a5 5 0 1 1-1.500-3.600M13 2.500v3h-3',
  download: 'M8 2.500v8M4.500 7.500L8 11l3.500-3.500M3 13.500h10',
  upload: 'M8 11V3M4.500 6L8 2.500 11.500 6M3 13.500h10',
  quote: 'M3 11V7.500A3 3 0 0 1 6 4.500M3 8.500h3V11H3M9.500 11V7.500a3 3 0 0 1 3-3M9.500 8.500h3V11h-3',
  star: 'M8 2.500l1.700 3.500 3.800.500-2.800 2.600.700 3.900L8 11.100 4.600 13l.700-3.900L2.500 6.500l3.800-.500z',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.800V8l2.200 1.500',
  flag: 'M4 14V2.500M4 3h8l-2 2.800L12 8.500H4',
  compact: 'M2.500 3.500h11M2.500 6.500h11M2.500 9.500h11M2.500 12.500h11',
  more: 'M3.500 8h.01M8 8h.01M12.500 8h.01',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, ...props }: { name: IconName } & SVGProps<SVGSVGElement>) {
  const flips = name === 'back' || name === 'undo' || name === 'external';
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={flips ? 'icon icon-flips' : 'icon'}
      {...props}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
