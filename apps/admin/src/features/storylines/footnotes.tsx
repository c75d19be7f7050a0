import type { StorylineDetail } from '@throughline/schema';
import { useEffect, useRef } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { textAttributes } from '../../lib/language.ts';
import { useStore } from '../../lib/store.ts';
import { Button } from '../../ui/button.tsx';
import { safeAddress } from '../review/readable.ts';
import { useEditing } from './editing.ts';
import { Watched } from './watched.tsx';

type Citation = StorylineDetail['citations'][number];
type WatchedCitation = StorylineDetail['watched'][number];

/** The exact words behind each number, as they stood when they were cited. */
export function Footnotes({ storyline }: { storyline: StorylineDetail }) {
  const m = useMessages();
  const numbers = useStore(useEditing().numbers);
  const used = storyline.citations
    .flatMap((citation) => {
      const number = numbers.get(citation.id);
      return number === undefined ? [] : [{ citation, number }];
    })
    .toSorted((a, b) => a.number - b.number);
  const watched = new Map(storyline.watched.map((watch) => [watch.citation, watch]));
  const unused = storyline.citations.filter((citation) => !numbers.has(citation.id));
  return (
    <section className="footnotes" aria-labelledby="footnotes">
      <h2 id="footnotes">{m.storylines.footnotes}</h2>
      {storyline.citations.length === 0 && <p className="soft">{m.storylines.noFootnotes}</p>}
      <ol>
        {used.map(({ citation, number }) => (
          <Footnote
            key={citation.id}
            citation={citation}
            number={number}
            watched={watched.get(citation.id)}
          />
        ))}
      </ol>
      {unused.length > 0 && (
        <>
          <h3 className="soft">{m.storylines.footnoteUnused}</h3>
          <ul>
            {unused.map((citation) => (
              <Footnote
                key={citation.id}
                citation={citation}
                number={null}
                watched={watched.get(citation.id)}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface FootnoteProps {
  citation: Citation;
  number: number | null;
  watched: WatchedCitation | undefined;
}

function Footnote({ citation, number, watched }: FootnoteProps) {
  const m = useMessages();
  const format = useFormat();
  const editing = useEditing();
  const opened = useStore(editing.opened) === citation.id;
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (opened) line.current?.scrollIntoView({ block: 'center' });
  }, [opened]);
  const href = safeAddress(citation.item.url);
  return (
    <li ref={line} className="footnote" data-open={opened || undefined}>
      <span className="footnote-number">{number === null ? '•' : format.number(number)}</span>
      <div className="footnote-text">
        <q {...textAttributes(citation.item.language)}>{citation.exact}</q>
        <p className="footnote-source">
          <bdi>{citation.item.publisher}</bdi>,{' '}
          {href === null ? (
            <bdi>{citation.item.title}</bdi>
          ) : (
            <a href={href} target="_blank" rel="noopener nofollow noreferrer" dir="auto">
              {citation.item.title}
            </a>
          )}
          {citation.item.publishedAt !== null && `, ${format.date(citation.item.publishedAt)}`}
        </p>
        {watched !== undefined && <Watched watched={watched} />}
      </div>
      <Button
        look="plain"
        icon="quote"
        aria-label={m.storylines.insertCitation(number ?? 0)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() =>
          editing.editor
            .get()
            ?.chain()
            .focus()
            .insertContent({ type: 'citation', attrs: { citation: citation.id } })
            .run()
        }
      />
    </li>
  );
}
