import type { CSSProperties, ReactNode } from 'react';

/** Hands a topic's colour to the styles, which mix it for light and dark. */
export const topicColour = (colour: string): CSSProperties => ({ '--topic': colour }) as CSSProperties;

export function TopicDot({ colour }: { colour: string }) {
  return <span className="topic-dot" style={topicColour(colour)} aria-hidden="true" />;
}

/** A topic by its dot and name. */
export function TopicName({ colour, children }: { colour: string; children: ReactNode }) {
  return (
    <span className="topic-name">
      <TopicDot colour={colour} />
      <span dir="auto">{children}</span>
    </span>
  );
}
