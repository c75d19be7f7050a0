import { refusalWords } from '../i18n/fault-words.ts';
import { useMessages } from '../i18n/messages.tsx';
import { failureOf } from '../lib/api.ts';
import { Button } from '../ui/button.tsx';
import { Problem } from '../ui/states.tsx';

/** What a list shows when it could not be read. */
export function QueryProblem({ error, retry }: { error: unknown; retry(): void }) {
  const m = useMessages();
  const failure = failureOf(error);
  if (failure.kind === 'missing') return <Problem title={m.failure.missing} text={m.failure.missingText} />;
  const text =
    failure.kind === 'unreached'
      ? m.failure.unreached
      : failure.kind === 'refused'
        ? refusalWords(m, failure)
        : m.failure.broken;
  return (
    <Problem title={m.failure.title} text={text}>
      <Button icon="refresh" onClick={retry}>
        {m.tryAgain}
      </Button>
    </Problem>
  );
}
