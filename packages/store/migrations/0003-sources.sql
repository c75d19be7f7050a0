-- What polling politely needs beyond the sources themselves.

-- Who asks which host, for all workers and over restarts: one request at a time, a pause after it, none before a 429 ends.
create table throughline.hosts (
  host text primary key,
  held_until timestamptz not null default '-infinity',
  not_before timestamptz not null default '-infinity'
);

-- Answers that came in outside of a poll (a preview, a push) and wait to be read like one.
create table throughline.answers (
  id bigint generated always as identity primary key,
  source_id bigint not null references throughline.sources on delete cascade,
  kind text not null check (kind in ('preview', 'push')),
  at timestamptz not null default now(),
  -- The answer without its body, as the feeds package hands it out.
  head jsonb not null,
  body bytea not null
);
create index answers_of_source on throughline.answers (source_id, id);

-- WebSub: one subscription a source, `PushSubscription` of the schema package.
create table throughline.push_subscriptions (
  source_id bigint primary key references throughline.sources on delete cascade,
  token text not null unique,
  state text not null,
  -- When to ask the hub (again); null: not by itself.
  next_request_at timestamptz,
  subscription jsonb not null,
  updated_at timestamptz not null default now()
);
create index push_requests_due on throughline.push_subscriptions (next_request_at) where next_request_at is not null;

-- Fetching the page of an item for its whole text.
create table throughline.item_pages (
  item_id bigint primary key references throughline.items on delete cascade,
  -- The feed's revision for which it was tried.
  revision_id bigint not null,
  tries integer not null default 0,
  next_try_at timestamptz,
  problem text
);

-- OPML imports, so that their progress and their problems can be seen.
create table throughline.imports (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  added bigint[] not null,
  already_there integer not null,
  problems jsonb not null
);
