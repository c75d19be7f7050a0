import type { AuditFilter, AuditObject } from '@throughline/schema';

export const OBJECTS = [
  'item',
  'story',
  'storyline',
  'topic',
  'source',
  'person',
  'invitation',
  'token',
  'setting',
  'webhook',
] as const satisfies readonly AuditObject[];

/** Reads the filter of the record from an address; what is not one is left out. */
export function parseRecordSearch(raw: Record<string, unknown>): AuditFilter {
  const { object, id, actor, from, to } = raw;
  const known = OBJECTS.find((one) => one === object);
  const day = (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return {
    ...(known === undefined ? {} : { object: known }),
    ...(typeof id === 'string' || typeof id === 'number' ? { objectId: String(id) } : {}),
    ...(Number.isSafeInteger(actor) && Number(actor) > 0 ? { actor: Number(actor) } : {}),
    ...(day(from) ? { from: String(from) } : {}),
    ...(day(to) ? { to: String(to) } : {}),
  };
}

/** The same as an address. */
export const recordSearch = ({ object, objectId, actor, from, to }: AuditFilter) => ({
  ...(object === undefined ? {} : { object }),
  ...(objectId === undefined ? {} : { id: objectId }),
  ...(actor === undefined ? {} : { actor }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});
