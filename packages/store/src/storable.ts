/** With the `u` flag a surrogate is matched only where its other half is missing. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;
const ALL_UNSTORABLE = /[\0\p{Surrogate}]/gu;

/**
 * A value as PostgreSQL can keep it: NUL (which neither `text` nor `jsonb` takes) and halves of surrogate pairs
 * (which are no UTF-8) become U+FFFD in every string, however deep. One such character in a feed would otherwise
 * keep everything else in it from ever being stored. Offsets stay as they were; what is clean is not copied.
 */
export function storable<T>(value: T): T {
  return cleaned(value) as T;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string')
    return UNSTORABLE.test(value) ? value.replace(ALL_UNSTORABLE, '\ufffd') : value;
  if (Array.isArray(value)) {
    const parts = value.map(cleaned);
    return parts.some((part, index) => part !== value[index]) ? parts : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const parts = entries.map(([key, part]) => [key, cleaned(part)] as const);
  return parts.some(([, part], index) => part !== entries[index]?.[1]) ? Object.fromEntries(parts) : value;
}
