import { useQuery } from '@tanstack/react-query';
import type { ExportFormat, StorylineDetail } from '@throughline/schema';
import { useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loading } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';
import { downloadFile } from './download-file.ts';
import { exportWarningsQuery } from './queries.ts';
import { useWhenSaved } from './use-when-saved.ts';
import { warningText } from './warning-text.ts';
import './export-menu.css';

const GROUPS = {
  reading: ['html', 'pdf', 'epub', 'md'],
  office: ['docx', 'ninjs', 'json'],
  feeds: ['rss', 'atom', 'jsonfeed'],
  data: ['claims-csv', 'items-csv', 'bibtex', 'csl-json'],
} as const satisfies Record<string, readonly ExportFormat[]>;

/** Every way out of the desk, with what an editor should know first. */
export function ExportMenu({ storyline }: { storyline: StorylineDetail }) {
  const m = useMessages();
  const whenSaved = useWhenSaved();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        icon="download"
        aria-haspopup="dialog"
        // What is on screen is what leaves: the last words are saved first.
        onClick={() => whenSaved(() => setOpen(true))}
      >
        {m.storylines.export}
      </Button>
      {open && (
        <Dialog title={m.storylines.exportTitle} closeLabel={m.close} onClose={() => setOpen(false)}>
          <Warnings storyline={storyline} />
          <Formats id={storyline.id} />
        </Dialog>
      )}
    </>
  );
}

function Warnings({ storyline }: { storyline: StorylineDetail }) {
  const m = useMessages();
  const { data } = useQuery(exportWarningsQuery(storyline.id, storyline.revision));
  if (data === undefined) return <Loading label={m.loading} />;
  if (data.length === 0) return <p className="soft">{m.storylines.exportClean}</p>;
  return (
    <section className="export-warnings" aria-labelledby="export-warnings">
      <h3 id="export-warnings">{m.storylines.exportWarnings}</h3>
      <ul>
        {data.map((warning) => (
          <li key={warning.text} dir="auto">
            {warningText(m, warning)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Formats({ id }: { id: number }) {
  const m = useMessages();
  const print = async (address: string) => {
    showToast(m.publishing.printing);
    const problem = await downloadFile(address);
    if (problem !== null) showToast(problem || m.failure.unreachedShort, { tone: 'problem' });
  };
  return (
    <div className="export-groups">
      {Object.entries(GROUPS).map(([group, formats]) => (
        <section key={group} aria-labelledby={`export-${group}`}>
          <h3 id={`export-${group}`}>{m.storylines.exportGroups[group as keyof typeof GROUPS]}</h3>
          <ul>
            {formats.map((format) => (
              <li key={format}>
                <a
                  href={`/export/storylines/${id}?format=${format}`}
                  download
                  onClick={(event) => {
                    // A machine without Chromium says so in words, not as a broken file.
                    if (format !== 'pdf') return;
                    event.preventDefault();
                    void print(event.currentTarget.href);
                  }}
                >
                  {m.storylines.exportAs[format]}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
