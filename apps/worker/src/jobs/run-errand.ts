import type { Errand } from '@throughline/schema';
import type { Desk } from '../desk.ts';
import { askHubOf } from '../push.ts';
import { forgetOldItems } from './forget-items.ts';
import { readAnswer } from './read-answer.ts';
import { readPage } from './read-page.ts';
import { tellWebhook } from './tell-webhook.ts';
import { watchEvidence } from './watch-evidence.ts';

/** Smaller work, mostly on sources. */
export async function runErrand(desk: Desk, errand: Errand): Promise<void> {
  if (errand.kind === 'read-answer') return readAnswer(desk, errand.answerId);
  if (errand.kind === 'ask-hub') return askHubOf(desk, errand.sourceId);
  if (errand.kind === 'watch-evidence') return watchEvidence(desk, errand.itemId);
  if (errand.kind === 'tell-webhook') return tellWebhook(desk, errand.deliveryId);
  if (errand.kind === 'forget-items') return forgetOldItems(desk);
  return readPage(desk, errand.itemId);
}
