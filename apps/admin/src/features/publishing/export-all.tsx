import type { ExportFormat, StorylineRow } from '@throughline/schema';
import { zipSync } from 'fflate';
import { useRef, useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { fetchFile, saveFile } from '../storylines/download-file.ts';
import './publishing.css';

const FORMATS = ['html', 'pdf', 'epub', 'md', 'docx', 'json', 'ninjs', 'claims-csv', 'items-csv'] as const;

/** Every storyline of the list in one archive, with a count of how far it is and what could not come along. */
export function ExportAll({ storylines }: { storylines: readonly StorylineRow[] }) {
  const m = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="download" disabled={storylines.length === 0} onClick={() => setOpen(true)}>
        {m.publishing.exportAll}
      </Button>
      {open && (
        <Dialog title={m.publishing.exportAllTitle} closeLabel={m.close} onClose={() => setOpen(false)}>
          <Gathering storylines={storylines} />
        </Dialog>
      )}
    </>
  );
}

interface Progress {
  done: number;
  running: boolean;
  written: number | null;
  failed: { headline: string; problem: string }[];
}
const IDLE: Progress = { done: 0, running: false, written: null, failed: [] };

function Gathering({ storylines }: { storylines: readonly StorylineRow[] }) {
  const m = useMessages();
  const [format, setFormat] = useState<ExportFormat>('html');
  const [progress, setProgress] = useState<Progress>(IDLE);
  const stop = useRef<AbortController | null>(null);
  const start = async () => {
    stop.current = new AbortController();
    setProgress({ ...IDLE, running: true });
    const { files, failed } = await gather(storylines, format, stop.current.signal, (done) =>
      setProgress((now) => ({ ...now, done })),
    );
    const written = Object.keys(files).length;
    if (written > 0) saveFile(`storylines-${format}.zip`, archive(files));
    setProgress((now) => ({ ...now, running: false, written, failed }));
  };
  return (
    <div className="publishing">
      <label className="field">
        <span>{m.publishing.exportAllFormat}</span>
        <select
          className="input"
          value={format}
          disabled={progress.running}
          onChange={(event) => setFormat(FORMATS.find((one) => one === event.target.value) ?? 'html')}
        >
          {FORMATS.map((one) => (
            <option key={one} value={one}>
              {m.storylines.exportAs[one]}
            </option>
          ))}
        </select>
      </label>
      {progress.running ? (
        <div className="row">
          <progress value={progress.done} max={storylines.length} aria-label={m.publishing.exportAllTitle} />
          <span>{m.publishing.exportAllProgress(progress.done, storylines.length)}</span>
          <Button onClick={() => stop.current?.abort()}>{m.publishing.exportAllStop}</Button>
        </div>
      ) : (
        <Button look="primary" onClick={() => void start()}>
          {m.publishing.exportAllStart(storylines.length)}
        </Button>
      )}
      {progress.written !== null && <p role="status">{m.publishing.exportAllDone(progress.written)}</p>}
      {progress.failed.length > 0 && (
        <section className="export-warnings" aria-labelledby="export-failed">
          <h3 id="export-failed">{m.publishing.exportAllFailed}</h3>
          <ul>
            {progress.failed.map(({ headline, problem }) => (
              <li key={headline} dir="auto">
                {headline} {problem}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** One after the other, so that the desk answers others meanwhile; what was not reached is told, never left out in silence. */
async function gather(
  storylines: readonly StorylineRow[],
  format: ExportFormat,
  signal: AbortSignal,
  onProgress: (done: number) => void,
) {
  const files: Record<string, Uint8Array> = {};
  const failed: Progress['failed'] = [];
  for (const [index, { id, headline }] of storylines.entries()) {
    const file = signal.aborted
      ? { problem: '' }
      : await fetchFile(`/export/storylines/${id}?format=${format}`);
    if ('problem' in file) failed.push({ headline, problem: file.problem });
    else files[file.name] = new Uint8Array(await file.blob.arrayBuffer());
    onProgress(index + 1);
  }
  return { files, failed };
}

/** Here and not in a worker: those of this library come from addresses that our pages refuse. */
const archive = (files: Record<string, Uint8Array>): Blob =>
  new Blob([zipSync(files) as Uint8Array<ArrayBuffer>], { type: 'application/zip' });
