/** An honest name for feed owners: what this is, and where to complain if the desk's operator said so. */
export function userAgent(version: string, contact: string | undefined): string {
  return `Throughline/${version} (news desk; feed reader${contact === undefined ? '' : `; +${contact}`})`;
}
