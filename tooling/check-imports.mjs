// Who may import whom, and what only one place may touch. Fails with one line a violation.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const root = new URL('..', import.meta.url).pathname;

/** Workspace packages that each package may depend on in what it ships; `*` = all. */
const ALLOWED = {
  schema: [],
  runtime: [],
  text: ['schema'],
  feeds: ['schema', 'text'],
  relevance: ['schema', 'text'],
  stories: ['schema', 'text'],
  storylines: ['schema', 'text'],
  'sample-wire': ['schema'],
  store: ['schema'],
  queue: ['schema'],
  api: ['schema', 'store', 'relevance', 'storylines', 'stories', 'feeds', 'runtime'],
  admin: ['schema', 'api'],
  worker: ['*'],
  cli: ['*'],
  e2e: ['*'],
  integration: ['*'],
  bench: ['*'],
};

/** Modules and names that belong to one place. */
const ONLY = [
  {
    what: imports('pg'),
    allowed: /^packages\/(store|queue)\//,
    says: 'SQL clients belong to store (and the queue backend)',
  },
  { what: imports('(bullmq|ioredis)'), allowed: /^packages\/queue\//, says: 'BullMQ belongs to queue' },
  {
    what: imports('undici'),
    allowed: /^packages\/feeds\//,
    says: 'outbound HTTP belongs to the guarded client in feeds',
  },
  { what: /\bTRPCError\b/, allowed: /^apps\/api\//, says: 'TRPCError belongs to the api' },
  {
    what: /process\.env\b/,
    allowed: /(^|\/)env\.ts$|^apps\/throughline\/src\/desk\/child\.ts$|^tests\//,
    says: 'the environment is read in env.ts only',
  },
];

/** Stages are pure: values in, values out. */
const PURE = /^packages\/(text|relevance|stories|storylines)\/src\/(?!testing)/;
// `node:fs` is left to them for one thing: reading their own data files once.
const IMPURE = new RegExp(
  `${imports('node:(net|http|https|child_process|dns|worker_threads|fs/promises)').source}|\\bconsole\\.`,
);

/** Any way to import a module of that name. */
function imports(name) {
  return new RegExp(`(from|import)\\s*\\(?\\s*['"]${name}['"]`);
}

const problems = [];
const manifests = ['apps', 'packages', 'tests'].flatMap((group) =>
  directoriesIn(join(root, group)).map((name) => `${group}/${name}`),
);

for (const directory of manifests) {
  const manifest = readJson(join(root, directory, 'package.json'));
  if (manifest === null) continue;
  const name = manifest.name.replace('@throughline/', '');
  const allowed = ALLOWED[name];
  if (allowed === undefined) {
    problems.push(`${directory}: not in the table of who may import whom`);
    continue;
  }
  for (const [dependency, version] of Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
  })) {
    if (version !== 'catalog:' && version !== 'workspace:*')
      problems.push(`${directory}/package.json: the version of ${dependency} belongs to the catalog`);
  }
  for (const dependency of workspaceDependencies(manifest.dependencies)) {
    if (!allowed.includes('*') && !allowed.includes(dependency)) {
      problems.push(`${directory}/package.json: ${name} may not depend on ${dependency}`);
    }
  }
  checkSources(directory, name, manifest);
}

function checkSources(directory, name, manifest) {
  const declared = new Set(workspaceDependencies({ ...manifest.dependencies, ...manifest.devDependencies }));
  for (const file of sourceFiles(directory)) {
    const text = readFileSync(join(root, file), 'utf8');
    const test = /\.test\.tsx?$|\/testing(\/|\.ts)/.test(file);
    for (const [, imported] of text.matchAll(/(?:from|import)\s*\(?\s*['"]@throughline\/([\w-]+)/g)) {
      if (!declared.has(imported))
        problems.push(`${file}: imports ${imported}, which its package.json does not name`);
    }
    for (const [, path] of text.matchAll(/(?:from|import)\s*\(?\s*['"](\.\.?\/[^'"]+)['"]/g)) {
      const target = normalize(join(dirname(file), path));
      if (!target.startsWith(`${directory}/`)) problems.push(`${file}: reaches out of its package: ${path}`);
    }
    if (name === 'admin') {
      for (const [line] of text.matchAll(/^import (?!type).*from '@throughline\/api'/gm))
        problems.push(`${file}: only types of api: ${line}`);
    }
    if (test) continue;
    for (const { what, allowed, says } of ONLY) {
      if (what.test(text) && !allowed.test(file)) problems.push(`${file}: ${says}`);
    }
    if (PURE.test(file) && IMPURE.test(text)) {
      problems.push(`${file}: a pure stage touches the outside world`);
    }
  }
}

function sourceFiles(directory) {
  const source = join(root, directory, 'src');
  if (!existsSync(source)) return [];
  return readdirSync(source, { recursive: true })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${directory}/src/${file}`);
}

function workspaceDependencies(dependencies = {}) {
  return Object.keys(dependencies)
    .filter((dependency) => dependency.startsWith('@throughline/'))
    .map((dependency) => dependency.slice('@throughline/'.length));
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function directoriesIn(path) {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

for (const problem of problems) console.error(problem);
if (manifests.length === 0) console.error('no package was found: the check itself is broken');
process.exit(problems.length > 0 || manifests.length === 0 ? 1 : 0);
