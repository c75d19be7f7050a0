import type { Role } from '@throughline/schema/roles';
import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import { useRefusal } from './may.tsx';
import './button.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `plain` has no frame until it is pointed at; `primary` is the one thing to do here. */
  look?: 'plain' | 'framed' | 'primary';
  icon?: IconName;
  /** The key that does the same; shown to those who see, and in the name of the tooltip. */
  keyHint?: string;
  /** The least role that may do this; for others it is there, but off, and says why. */
  needs?: Role | undefined;
  children?: ReactNode;
}

export function Button({ look = 'framed', icon, keyHint, needs, children, className, ...rest }: ButtonProps) {
  const refusal = useRefusal(needs);
  const iconOnly = children === undefined;
  return (
    <button
      type="button"
      className={`button button-${look}${iconOnly ? ' button-icon' : ''} ${className ?? ''}`}
      title={iconOnly ? rest['aria-label'] : undefined}
      {...rest}
      {...(refusal === null ? {} : refusedProps(refusal))}
    >
      {icon && <Icon name={icon} />}
      {children !== undefined && <span className="button-label">{children}</span>}
      {keyHint && <Keys keys={keyHint} />}
    </button>
  );
}

/** Off, but still in the order of the keyboard, so that its reason can be found. */
const refusedProps = (reason: string) => ({
  'aria-disabled': true,
  'aria-description': reason,
  title: reason,
  onClick: (event: MouseEvent) => event.preventDefault(),
});

/** A key or a sequence of keys, as caps. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="keys" aria-hidden="true">
      {keys.split(' ').map((stroke) => (
        <kbd key={stroke}>{strokeName(stroke)}</kbd>
      ))}
    </span>
  );
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Enter: '↵',
  Shift: '⇧',
  Space: '␣',
};
const mac = () => /Mac|iPhone|iPad/.test(navigator.platform);

const strokeName = (stroke: string) =>
  stroke
    .split('+')
    .map((part) => (part === 'Mod' ? (mac() ? '⌘' : 'Ctrl ') : (NAMES[part] ?? part)))
    .join('');
