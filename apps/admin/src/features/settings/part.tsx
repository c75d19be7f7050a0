import type { ReactNode } from 'react';

/** One part of the settings: its name beside what can be set. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="settings-part">
      <h2>{title}</h2>
      <div className="settings-body">{children}</div>
    </section>
  );
}
