import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Secrets are random and long, so a plain hash suffices: there is nothing to guess. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** 256 bits that may stand in an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** A secret that names the row where its hash is kept: "12.Kx3…". */
export const namedSecret = (id: number, secret: string): string => `${id}.${secret}`;

/** Takes a named secret apart; null when it is none. */
export function readNamedSecret(token: string): { id: number; secret: string } | null {
  const parts = /^(\d{1,15})\.([\w-]{43})$/.exec(token);
  return parts?.[1] === undefined || parts[2] === undefined
    ? null
    : { id: Number(parts[1]), secret: parts[2] };
}

/** Compares without telling by the time it takes how much of it was right. */
export function isSecret(secret: string, hash: string): boolean {
  const [given, kept] = [Buffer.from(hashOf(secret)), Buffer.from(hash)];
  return given.length === kept.length && timingSafeEqual(given, kept);
}
