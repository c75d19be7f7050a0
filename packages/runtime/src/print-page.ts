import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where Debian, others and macOS put a Chromium. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Pages that wait for their turn: more of them would wait longer than anybody does. */
const MOST_WAITING = 8;

/** A page cannot be printed; the message says why and what to do. */
export class PrintError extends Error {
  override name = 'PrintError';
}

export interface PrinterOptions {
  /** The program; absent: the first one found in the usual places. */
  chromium?: string | undefined;
  /** Time that one page may take, in milliseconds. 200 pages take some seconds. */
  timeoutMs?: number;
}

/**
 * Prints pages with a headless Chromium, one at a time, because one takes some hundred megabytes. The page
 * reaches no network; nothing of the browser outlives a print.
 *
 * @returns takes a whole HTML page, gives a PDF. @throws PrintError
 */
export function createPrinter({ chromium, timeoutMs = 60_000 }: PrinterOptions = {}) {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (html: string): Promise<Uint8Array> => {
    if (waiting >= MOST_WAITING)
      throw new PrintError('Many documents are waiting to be printed. Try again in a minute.');
    waiting++;
    const turn = last.then(() => printOne(html, chromium, timeoutMs));
    last = turn.then(
      () => waiting--,
      () => waiting--,
    );
    return turn;
  };
}

async function printOne(html: string, named: string | undefined, timeoutMs: number): Promise<Uint8Array> {
  const program = named ?? PLACES.find((place) => existsSync(place));
  if (program === undefined || !existsSync(program)) {
    throw new PrintError(
      named === undefined
        ? 'PDF needs Chromium, and there is none on this machine: install it, or name it in CHROMIUM. Web page and Word document need nothing.'
        : `PDF needs Chromium, and there is none at ${named} (CHROMIUM).`,
    );
  }
  // Only this user can read it, and it holds all that the browser writes.
  const directory = await mkdtemp(join(tmpdir(), 'throughline-print-'));
  try {
    const page = join(directory, 'page.html');
    const pdf = join(directory, 'page.pdf');
    await writeFile(page, html);
    const said = await runChromium(program, argumentsFor(directory, page, pdf), timeoutMs);
    return await readFile(pdf).catch(() => {
      throw new PrintError(`Chromium printed nothing. ${said}`.trim());
    });
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

const argumentsFor = (directory: string, page: string, pdf: string): string[] => [
  '--headless',
  `--user-data-dir=${join(directory, 'profile')}`,
  `--print-to-pdf=${pdf}`,
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
  // The page's own policy runs no script and fetches nothing; if that were ever wrong, there is still no way out.
  // (Without scripts at all, Chromium's own part of --print-to-pdf does not run.)
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  // Containers have little shared memory.
  '--disable-dev-shm-usage',
  // The same shapes of letters on every screen.
  '--font-render-hinting=none',
  // Chromium refuses to sandbox itself as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  pathToFileURL(page).href,
];

/** @returns the last thing that it complained of. */
function runChromium(program: string, args: string[], timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    // A group of its own: the browser is several processes, and all of them must end.
    const child = spawn(program, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000);
    });
    const killAll = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // All of them have ended already.
      }
    };
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      killAll();
    }, timeoutMs);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(new PrintError(`Chromium could not be started (${program}): ${error.message}`));
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      killAll();
      if (late)
        reject(
          new PrintError(`Printing took longer than ${timeoutMs / 1000} seconds and was stopped. Try again.`),
        );
      else if (code !== 0) reject(new PrintError(`Chromium ended with ${code}. ${complaint(said)}`.trim()));
      else resolve(complaint(said));
    });
  });
}

/** What counts among the noise of a browser without a desktop. */
function complaint(said: string): string {
  if (/no usable sandbox|sandbox_host|setuid_sandbox/i.test(said))
    return 'It found no sandbox: allow unprivileged user namespaces to this user.';
  return said.split('\n').findLast((line) => line.trim() !== '' && !/dbus|written to file/i.test(line)) ?? '';
}
