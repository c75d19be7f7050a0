import { Worker } from 'node:worker_threads';
import { inEnglish, type ParseResult, type Said } from '@throughline/schema';
import type { FeedOrigin } from './read-feed.ts';

/** One body to read, as it is sent to a thread. */
export interface ThreadJob {
  bytes: Uint8Array;
  origin: FeedOrigin;
}

export interface ThreadPoolOptions {
  /** The thread's program: takes `ThreadJob[]` messages and answers each with `ParseResult[]`. */
  program: URL;
  threads: number;
  /** Milliseconds that one body may take; large ones get more, in proportion. */
  limitMs: number;
  /** Milliseconds after which an idle thread is ended. */
  idleMs: number;
}

interface Task extends ThreadJob {
  /** Has brought a thread down once, together with others: runs alone now. */
  isSuspect: boolean;
  resolve(result: ParseResult): void;
}

/** Bytes that go to a thread at once: enough to make the message cheap, little enough to share out evenly. */
const BATCH_BYTES = 192 * 1024;
const LIMIT_BYTES = 1024 * 1024;
/** A thread that is not up by then never will be. */
const STARTUP_MS = 30_000;
/** A large young generation spares the collector most of its work: feeds are made of short-lived strings. */
const RESOURCES = { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: 512 };

/**
 * Reads feeds in threads that are started when there is work, ended when there is none, and killed when one body
 * takes too long; such a body, and only that, is answered with `too-slow`.
 */
export class ThreadPool {
  private readonly options: ThreadPoolOptions;
  private readonly queue: Task[] = [];
  private readonly threads = new Set<Thread>();

  constructor(options: ThreadPoolOptions) {
    this.options = options;
  }

  run(job: ThreadJob): Promise<ParseResult> {
    return new Promise((resolve) => {
      this.queue.push({ ...job, isSuspect: false, resolve });
      this.assign();
    });
  }

  /** Takes the last queued body of at most `bytes` back, for a caller that has time to read it itself. */
  takeBack(bytes: number): (ThreadJob & { resolve(result: ParseResult): void }) | null {
    const last = this.queue.at(-1);
    if (last === undefined || last.isSuspect || last.bytes.length > bytes) return null;
    this.queue.pop();
    return last;
  }

  /** Ends all threads; what is still queued starts new ones. */
  async close(): Promise<void> {
    await Promise.all([...this.threads].map((thread) => thread.end()));
  }

  private assign(): void {
    for (const thread of this.threads) {
      if (this.queue.length === 0) return;
      if (thread.isIdle) thread.start(this.takeBatch());
    }
    while (this.queue.length > 0 && this.threads.size < this.options.threads) {
      const thread = new Thread(this.options, {
        idle: () => this.assign(),
        gone: (unfinished, code) => this.recover(thread, unfinished, code),
      });
      this.threads.add(thread);
      thread.start(this.takeBatch());
    }
  }

  private takeBatch(): Task[] {
    let bytes = 0;
    let count = 0;
    for (const task of this.queue) {
      if (count > 0 && (task.isSuspect || bytes + task.bytes.length > BATCH_BYTES)) break;
      bytes += task.bytes.length;
      count++;
      if (task.isSuspect) break;
    }
    return this.queue.splice(0, count);
  }

  private recover(thread: Thread, unfinished: Task[], code: FailureCode): void {
    this.threads.delete(thread);
    const [only] = unfinished;
    if (unfinished.length === 1 && only !== undefined) only.resolve(failure(code));
    else this.queue.unshift(...unfinished.map((task) => ({ ...task, isSuspect: true })));
    this.assign();
  }
}

type FailureCode = 'too-slow' | 'unreadable';

function failure(code: FailureCode): ParseResult {
  const said: Said = { code: code === 'too-slow' ? 'too_slow' : 'reader_broke' };
  return { ok: false, error: { code, said, message: inEnglish(said) } };
}

interface ThreadEvents {
  idle(): void;
  gone(unfinished: Task[], code: FailureCode): void;
}

class Thread {
  private readonly worker: Worker;
  private readonly options: ThreadPoolOptions;
  private readonly events: ThreadEvents;
  private batch: Task[] = [];
  private timer: NodeJS.Timeout | undefined;
  private isOver = false;
  private isUp = false;

  constructor(options: ThreadPoolOptions, events: ThreadEvents) {
    this.options = options;
    this.events = events;
    // Without the caller's own arguments: one that runs from sources looks for packages where this program cannot.
    this.worker = new Worker(options.program, { resourceLimits: RESOURCES, stderr: false, execArgv: [] });
    this.worker.on('message', (message: ParseResult[] | 'ready') => this.receive(message));
    this.worker.on('error', () => this.lose('unreadable'));
    this.worker.on('exit', () => this.lose('unreadable'));
  }

  get isIdle(): boolean {
    return this.batch.length === 0 && !this.isOver;
  }

  start(batch: Task[]): void {
    this.batch = batch;
    this.worker.ref();
    this.worker.postMessage(batch.map(({ bytes, origin }) => ({ bytes, origin })));
    if (this.isUp) this.limit();
    else this.timer = setTimeout(() => this.lose('unreadable'), STARTUP_MS);
  }

  async end(): Promise<void> {
    clearTimeout(this.timer);
    this.isOver = true;
    await this.worker.terminate();
  }

  /** Counts from when the thread is up: what it took to start is not the feed's fault. */
  private limit(): void {
    clearTimeout(this.timer);
    const bytes = this.batch.reduce((sum, task) => sum + task.bytes.length, 0);
    const limit = this.options.limitMs * Math.max(1, bytes / LIMIT_BYTES);
    this.timer = setTimeout(() => this.lose('too-slow'), limit);
  }

  private receive(message: ParseResult[] | 'ready'): void {
    if (message === 'ready') {
      this.isUp = true;
      if (this.batch.length > 0) this.limit();
      return;
    }
    clearTimeout(this.timer);
    const done = this.batch;
    this.batch = [];
    this.worker.unref();
    this.timer = setTimeout(() => this.lose('unreadable'), this.options.idleMs).unref();
    for (const [i, task] of done.entries()) task.resolve(message[i] ?? failure('unreadable'));
    this.events.idle();
  }

  private lose(code: FailureCode): void {
    if (this.isOver) return;
    void this.end();
    this.events.gone(this.batch, code);
  }
}
