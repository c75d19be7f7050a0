import { topicColour } from './topic.tsx';
import './sparkline.css';

interface SparklineProps {
  /** One value a day, oldest first; the last one is today, not yet over. */
  days: readonly { day: string; items: number }[];
  /** The usual level, drawn as a line. */
  usual: number;
  /** Marks the last day as a spike. */
  spike: boolean;
  colour: string;
  /** Says the same in words. */
  label: string;
}

const WIDTH = 240;
const HEIGHT = 44;

/** A bar a day against the usual level. */
export function Sparkline({ days, usual, spike, colour, label }: SparklineProps) {
  const top = Math.max(1, usual * 1.2, ...days.map(({ items }) => items));
  const step = WIDTH / Math.max(1, days.length);
  const level = HEIGHT - (usual / top) * HEIGHT;
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      style={topicColour(colour)}
    >
      {days.map(({ day, items: value }, n) => {
        const height = value === 0 ? 1 : Math.max(2, (value / top) * HEIGHT);
        const last = n === days.length - 1;
        return (
          <rect
            key={day}
            className={last && spike ? 'sparkline-spike' : 'sparkline-bar'}
            x={n * step + 0.75}
            y={HEIGHT - height}
            width={Math.max(1, step - 1.5)}
            height={height}
            data-zero={value === 0 || undefined}
          />
        );
      })}
      {usual > 0 && <line className="sparkline-usual" x1="0" x2={WIDTH} y1={level} y2={level} />}
    </svg>
  );
}
