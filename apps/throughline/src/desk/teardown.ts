/** Ends one thing, until a moment (ms since the epoch) when it will be waited for no longer. */
type Step = (until: number) => Promise<void>;

/** A desk is down within 5 s of being told so, whatever hangs: its users have this long of it, the database the rest. */
const USERS_WITHIN_MS = 3_000;
const ALL_WITHIN_MS = 4_200;

/** What has to be ended when a desk stops: all users of the database at once, then what they used, latest first. */
export class Teardown {
  private users: Step[] = [];
  private rest: Step[] = [];

  first(step: Step): void {
    this.users.push(step);
  }

  afterwards(step: Step): void {
    this.rest.unshift(step);
  }

  /** Does every step once; none that hangs or fails keeps the others from being done. */
  async run(): Promise<void> {
    const from = Date.now();
    await Promise.all(this.users.splice(0).map((step) => inTime(step, from + USERS_WITHIN_MS)));
    for (const step of this.rest.splice(0)) {
      // Each leaves time for the next: closing a connection may hang, the database must still be ended.
      const until = Math.min(from + ALL_WITHIN_MS, Math.max(Date.now() + 500, from + USERS_WITHIN_MS));
      await inTime(step, until);
    }
  }
}

async function inTime(step: Step, until: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, until - Date.now()) + 100);
  });
  await Promise.race([step(until).catch(() => {}), late]);
  clearTimeout(timer);
}
