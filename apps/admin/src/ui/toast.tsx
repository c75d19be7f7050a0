import { useEffect } from 'react';
import { createStore, useStore } from '../lib/store.ts';
import { Button } from './button.tsx';
import './toast.css';

interface Toast {
  id: number;
  text: string;
  tone: 'calm' | 'problem';
  action?: { label: string; keyHint?: string; run(): void };
}

const SHOWN_MS = { calm: 5000, problem: 12_000 };
const toasts = createStore<Toast | null>(null);
let lastId = 0;

/** Shows one line at the foot of the desk in place of the one before; screen readers hear it. */
export function showToast(
  text: string,
  options: { tone?: Toast['tone']; action?: Toast['action'] } = {},
): void {
  const { tone = 'calm', action } = options;
  toasts.set({ id: ++lastId, text, tone, ...(action === undefined ? {} : { action }) });
}

export function Toasts({ closeLabel }: { closeLabel: string }) {
  const toast = useStore(toasts);
  useEffect(() => {
    if (toast === null) return;
    const timer = setTimeout(() => toasts.set((now) => (now === toast ? null : now)), SHOWN_MS[toast.tone]);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <div className="toasts" role="status" aria-live="polite" aria-atomic="true">
      {toast !== null && (
        <div className={`toast toast-${toast.tone}`} key={toast.id}>
          <span className="toast-text" dir="auto">
            {toast.text}
          </span>
          {toast.action && (
            <Button
              look="plain"
              {...(toast.action.keyHint ? { keyHint: toast.action.keyHint } : {})}
              onClick={() => {
                toast.action?.run();
                toasts.set((now) => (now === toast ? null : now));
              }}
            >
              {toast.action.label}
            </Button>
          )}
          <Button look="plain" icon="cross" aria-label={closeLabel} onClick={() => toasts.set(null)} />
        </div>
      )}
    </div>
  );
}
