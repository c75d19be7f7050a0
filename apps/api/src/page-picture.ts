import { imageOf } from '@throughline/storylines';
import { TRPCError } from '@trpc/server';
import type { FeedLooker } from './feed-looker.ts';

/**
 * Fetches a picture, guarded and politely, to be kept in a piece: as an address that holds its bytes.
 * @throws BAD_REQUEST with a sentence for people when there is no picture that exports can carry
 */
export async function fetchPicture(
  { looker }: { looker: FeedLooker },
  url: string,
): Promise<{ url: string }> {
  const outcome = await looker.picture(url);
  if (outcome.kind === 'failed') throw new TRPCError({ code: 'BAD_REQUEST', message: outcome.message });
  const image = outcome.kind === 'body' ? imageOf(outcome.body) : null;
  if (outcome.kind !== 'body' || image === null)
    throw new TRPCError({
      code: 'BAD_REQUEST',
      message: 'There is no picture at this address, or of another kind than JPEG, PNG, GIF and WebP.',
    });
  return { url: `data:image/${image.kind};base64,${outcome.body.toString('base64')}` };
}
