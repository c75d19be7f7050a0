import type { PGlite } from '@electric-sql/pglite';

/** Frontend messages that open or continue an extended query; its Sync ends it (PostgreSQL protocol 3.0). */
const EXTENDED = new Set([...'PBDECFH'].map((letter) => letter.charCodeAt(0)));
const SYNC = Uint8Array.of('S'.charCodeAt(0), 0, 0, 0, 4);
const READY_FOR_QUERY = 'Z'.charCodeAt(0);
const READY_LENGTH = 6;
const IDLE = 'I'.charCodeAt(0);

/**
 * Makes the clients of a PGlite socket server take turns by whole queries and whole transactions.
 *
 * The socket server (0.2.17) hands single protocol messages of all clients to the one session, and keeps a client's
 * messages together only while PGlite says that it is in a transaction. After an error inside a transaction PGlite no
 * longer says so: messages of different clients then mix, and clients get each other's rows (seen: 1,290 of 1,800
 * answers wrong). Here a turn lasts from a client's first message until the server is ready and idle again, errors
 * included.
 */
export function takeTurns(db: PGlite): PGlite {
  let turn = false;
  const run: PGlite['execProtocolRawStream'] = async (message, options) => {
    if (EXTENDED.has(message[0] ?? 0)) turn = true;
    const tail = new Tail();
    await db.execProtocolRawStream(message, {
      ...options,
      onRawData: (data) => {
        tail.add(data);
        options?.onRawData?.(data);
      },
    });
    const status = tail.transactionStatus();
    if (status !== null) turn = status !== IDLE;
  };
  // The server calls this when a client dies in its turn: out of a broken-off query first, then out of its transaction.
  const exec: PGlite['exec'] = async (query, options) => {
    await db.execProtocolRaw(SYNC);
    turn = false;
    return db.exec(query, options);
  };
  const own: Partial<PGlite> = { execProtocolRawStream: run, exec, isInTransaction: () => turn };
  return new Proxy(db, {
    get: (target, key) => {
      const value: unknown = Reflect.get(own, key) ?? Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** The last bytes of an answer that may come in several parts: where ReadyForQuery stands. */
class Tail {
  private bytes: number[] = [];

  add(data: Uint8Array): void {
    this.bytes = [...this.bytes, ...data.subarray(-READY_LENGTH)].slice(-READY_LENGTH);
  }

  /** I, T or E as a byte; null when the answer does not end in ReadyForQuery. */
  transactionStatus(): number | null {
    const [type, a, b, c, length, status] = this.bytes;
    const ready = type === READY_FOR_QUERY && a === 0 && b === 0 && c === 0 && length === 5;
    return ready ? (status ?? null) : null;
  }
}
