import type {
  ItemDetail,
  ItemRow,
  Page,
  Source,
  StorylineDetail,
  StorylineRow,
  ViewCounts,
} from '@throughline/schema';
import type { Session } from './browser.ts';

/** Asks the desk itself, past the pages, so that what they show can be checked. */
export class DeskApi {
  readonly #address: string;
  readonly #cookie: string;

  constructor(address: string, session: Session) {
    this.#address = address;
    this.#cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  counts = (): Promise<ViewCounts> => this.#query('items.counts');
  items = (view: object, cursor: string | null = null): Promise<Page<ItemRow>> =>
    this.#query('items.list', { view, limit: 200, ...(cursor === null ? {} : { cursor }) });
  item = (id: number): Promise<ItemDetail> => this.#query('items.byId', { id });
  sources = (): Promise<Source[]> => this.#query('sources.list');
  storylines = (): Promise<StorylineRow[]> => this.#query('storylines.list');
  storyline = (id: number): Promise<StorylineDetail> => this.#query('storylines.byId', { id });

  async change(path: string, input: object): Promise<unknown> {
    const answer = await fetch(`${this.#address}/trpc/${path}`, {
      method: 'POST',
      headers: { cookie: this.#cookie, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    return result(answer);
  }

  download = async (path: string): Promise<string> => (await this.downloadBytes(path)).toString('utf8');

  async downloadBytes(path: string): Promise<Buffer> {
    const answer = await fetch(`${this.#address}${path}`, { headers: { cookie: this.#cookie } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  /** Waits until the sample wire has been read and tagged. */
  async settled(): Promise<void> {
    let before = -1;
    for (let n = 0; n < 120; n++) {
      const { everything, all } = await this.counts();
      const now = everything * 10_000 + all.total;
      if (everything >= 200 && now === before) return;
      before = now;
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }
    throw new Error('the sample wire was not read');
  }

  async #query<T>(path: string, input?: object): Promise<T> {
    const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    const answer = await fetch(`${this.#address}/trpc/${path}${query}`, {
      headers: { cookie: this.#cookie },
    });
    return (await result(answer)) as T;
  }
}

async function result(answer: Response): Promise<unknown> {
  const body = (await answer.json()) as { result?: { data: unknown }; error?: { message: string } };
  if (body.result === undefined) throw new Error(body.error?.message ?? `status ${answer.status}`);
  return body.result.data;
}

/** Asks again until the answer is right; fails with the last answer. */
export async function until<T>(
  ask: () => Promise<T>,
  right: (answer: T) => boolean,
  withinMs = 20_000,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (right(answer)) return answer;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(answer)} after ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
