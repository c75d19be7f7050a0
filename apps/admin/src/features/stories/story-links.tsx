import { Link } from '@tanstack/react-router';
import type { LinkedStory } from '@throughline/schema';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { useDecideLink } from './actions.ts';
import { reasonWords } from './reason-words.ts';

/** Stories in other languages that seem to be this one; below the threshold a person says whether they are. */
export function StoryLinks({ story, links }: { story: string; links: readonly LinkedStory[] }) {
  const m = useMessages();
  if (links.length === 0) return null;
  return (
    <section className="story-part">
      <h2>{m.stories.links}</h2>
      <p className="soft">{m.stories.linksText}</p>
      <ul className="story-links">
        {links.map((link) => (
          <LinkLine key={link.id} story={story} link={link} />
        ))}
      </ul>
    </section>
  );
}

function LinkLine({ story, link }: { story: string; link: LinkedStory }) {
  const m = useMessages();
  const format = useFormat();
  const decide = useDecideLink(story);
  const say = (same: boolean) => () => decide.mutate({ link, same });
  return (
    <li className="story-link" data-state={link.state}>
      <Link to="/stories/$id" params={{ id: link.id }} className="plain-link" dir="auto">
        {link.headline}
      </Link>
      <p className="story-facts">
        {link.language !== null && <span>{format.language(link.language)}</span>}
        <span className="story-relation">{m.stories.linkStates[link.state]}</span>
        <span>{reasonWords(m, link.reasons)}</span>
        <span>{format.score(link.score)}</span>
      </p>
      <div className="story-tools">
        <Button
          look="plain"
          icon="check"
          needs="curator"
          aria-pressed={link.state === 'confirmed'}
          onClick={say(true)}
        >
          {m.stories.same}
        </Button>
        <Button
          look="plain"
          icon="cross"
          needs="curator"
          aria-pressed={link.state === 'rejected'}
          onClick={say(false)}
        >
          {m.stories.notSame}
        </Button>
      </div>
    </li>
  );
}
