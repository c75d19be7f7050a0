import type { ReactNode } from 'react';
import './states.css';

/** What a list says when there is nothing in it: what this is, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {children !== undefined && <div className="state-text">{children}</div>}
    </div>
  );
}

/** What went wrong, whether anything was lost, and what to do. */
export function Problem({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="state state-problem" role="alert">
      <p className="state-title">{title}</p>
      <div className="state-text">{text}</div>
      {children !== undefined && <div className="state-actions">{children}</div>}
    </div>
  );
}

/** Grey lines in the place of what is being read; shown only after a moment, so that quick answers do not flicker. */
export function Loading({ label }: { label: string }) {
  return (
    <div className="loading" role="status">
      <span className="hidden">{label}</span>
      {LINES.map((line) => (
        <div className="loading-line" key={line} />
      ))}
    </div>
  );
}

const LINES = [1, 2, 3, 4, 5, 6];
