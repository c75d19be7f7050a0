-- The desk's tables. Applied migrations are never edited: a change is a new file.
-- Everything is schema-qualified, because clients of the embedded database share one session.

create table throughline.users (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  role text not null check (role in ('viewer', 'curator', 'editor', 'admin')),
  created_at timestamptz not null default now()
);

-- Only hashes of secrets are stored: a copied database signs nobody in.
create table throughline.sign_in_links (
  token_hash text primary key,
  user_id bigint not null references throughline.users on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

create table throughline.sessions (
  token_hash text primary key,
  user_id bigint not null references throughline.users on delete cascade,
  user_agent text,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);

create table throughline.publishers (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  site_url text,
  created_at timestamptz not null default now()
);
create unique index publishers_name on throughline.publishers (lower(name));

create table throughline.sources (
  id bigint generated always as identity primary key,
  publisher_id bigint not null references throughline.publishers,
  url text not null unique,
  title text not null,
  site_url text,
  language text,
  folders text[] not null default '{}',
  -- A person's own interval; null leaves it to the source's rhythm.
  interval_seconds integer check (interval_seconds > 0),
  state text not null default 'new' check (state in
    ('new', 'fine', 'slow', 'failing', 'silent', 'frozen', 'flooding', 'gone', 'paused')),
  cause text,
  cause_code text,
  -- Since when it has been in this state, and whether a person should look at it.
  state_since timestamptz,
  needs_hand boolean not null default false,
  failures integer not null default 0,
  etag text,
  last_modified text,
  body_hash text,
  -- What one check leaves for the next: `PollMemory` of the schema package. Null: not checked yet.
  memory jsonb,
  -- Requests to one host go one at a time; this only spreads the work, the gate on `hosts` decides.
  host text generated always as
    (lower(rtrim(substring(url from '^https?://(?:[^/?#@]*@)?(\[[^]]*\]|[^/?#:]*)'), '.'))) stored,
  -- Pages of items are fetched for their whole text, those of items seen from then on.
  full_text_since timestamptz,
  -- The schedule. The queue only carries it out. Null: not checked by itself.
  next_check_at timestamptz default now(),
  -- Which consideration decided on it (`NextCheck.because` of the feeds package).
  next_because text,
  last_check_at timestamptz,
  last_success_at timestamptz,
  last_new_item_at timestamptz,
  created_at timestamptz not null default now(),
  -- A removed source is not checked or listed any more; its items stay, and so does their source.
  removed_at timestamptz
);
create index sources_due on throughline.sources (next_check_at) where next_check_at is not null;

create table throughline.fetches (
  id bigint generated always as identity primary key,
  source_id bigint not null references throughline.sources on delete cascade,
  at timestamptz not null,
  status integer,
  outcome text not null,
  message text,
  bytes integer,
  duration_ms integer not null,
  new_items integer not null default 0,
  changed_items integer not null default 0
);
create index fetches_of_source on throughline.fetches (source_id, id desc);

create table throughline.items (
  id bigint generated always as identity primary key,
  source_id bigint not null references throughline.sources,
  -- Identity within the source: guid, else canonical link, else content.
  key text not null,
  guid text,
  url text,
  language text,
  categories text[] not null default '{}',
  enclosures jsonb not null default '[]',
  comments_url text,
  first_seen_at timestamptz not null,
  -- When it counts as having happened: the publisher's date, never later than first seen.
  at timestamptz not null,
  current_revision_id bigint not null,
  revision_count integer not null default 1,
  -- Those among them that are the text of the item's own page and no edit of the publisher.
  page_revision_count integer not null default 0,
  search tsvector not null,
  -- Which state of the topics the tags were made with; 0 = not tagged as it stands.
  tagged_epoch integer not null default 0,
  -- Any topic's rules put it into the queue, and its best score (kept here for lists over all topics).
  queued boolean not null default false,
  top_score real not null default 0,
  unique (source_id, key)
);
create index items_newest on throughline.items (at desc, id desc);
create index items_queued on throughline.items (at desc, id desc) where queued;
create index items_queued_score on throughline.items (top_score desc, id desc) where queued;
create index items_of_source on throughline.items (source_id, at desc, id desc);
create index items_untagged on throughline.items (tagged_epoch, id);
create index items_search on throughline.items using gin (search);

-- Append only.
create table throughline.revisions (
  id bigint generated always as identity primary key,
  item_id bigint not null,
  number integer not null,
  hash text not null,
  observed_at timestamptz not null,
  title text not null,
  summary text not null,
  content_html text,
  content_text text not null,
  authors jsonb not null default '[]',
  -- As the publisher gave them, even where they lie in the future.
  published_at timestamptz,
  updated_at timestamptz,
  -- The page that the content was taken from; null: from the feed.
  page_url text,
  unique (item_id, number)
);
alter table throughline.revisions
  add foreign key (item_id) references throughline.items deferrable initially deferred;
alter table throughline.items
  add foreign key (current_revision_id) references throughline.revisions deferrable initially deferred;

create table throughline.topics (
  id text primary key,
  name text not null,
  description text not null default '',
  colour text not null,
  position integer not null,
  enabled boolean not null default true,
  version integer not null default 1,
  definition jsonb not null,
  updated_at timestamptz not null default now()
);

create table throughline.topic_versions (
  topic_id text not null references throughline.topics on delete cascade,
  version integer not null,
  definition jsonb not null,
  created_at timestamptz not null default now(),
  created_by bigint references throughline.users,
  primary key (topic_id, version)
);

-- Counts every change of any topic: items tagged under an older epoch are due again.
create table throughline.topic_epoch (
  only_row boolean primary key default true check (only_row),
  epoch integer not null
);
insert into throughline.topic_epoch (epoch) values (1);

create table throughline.tags (
  item_id bigint not null references throughline.items on delete cascade,
  topic_id text not null references throughline.topics on delete cascade,
  revision_id bigint not null,
  topic_version integer not null,
  score real not null,
  relevant boolean not null,
  queued boolean not null,
  evidence jsonb not null,
  -- The item's `at`, so that a topic's queue is one index scan.
  at timestamptz not null,
  tagged_at timestamptz not null default now(),
  primary key (item_id, topic_id)
);
create index tags_queue on throughline.tags (topic_id, at desc, item_id desc) where queued;
create index tags_queue_score on throughline.tags (topic_id, score desc, item_id desc) where queued;

-- What people decided. `verdicts` is the append-only log, `current_verdicts` its last state per item and topic.
-- topic_id '' means the item as a whole; value null means that the verdict was taken back.
create table throughline.verdicts (
  id bigint generated always as identity primary key,
  command_id uuid not null,
  -- The command that this one takes back.
  undoes uuid,
  item_id bigint not null references throughline.items,
  topic_id text not null,
  user_id bigint not null references throughline.users,
  value text check (value in ('relevant', 'not_relevant')),
  reason text,
  -- What the machine said when the person decided.
  score real,
  at timestamptz not null default now(),
  unique (command_id, item_id, topic_id)
);
create index verdicts_of_item on throughline.verdicts (item_id, topic_id, id desc);
create unique index verdicts_undone_once on throughline.verdicts (undoes, item_id, topic_id) where undoes is not null;

create table throughline.current_verdicts (
  item_id bigint not null references throughline.items,
  topic_id text not null,
  verdict_id bigint not null references throughline.verdicts,
  user_id bigint not null references throughline.users,
  value text not null,
  reason text,
  at timestamptz not null,
  primary key (item_id, topic_id)
);

create table throughline.storylines (
  id bigint generated always as identity primary key,
  slug text not null unique,
  headline text not null,
  standfirst text not null default '',
  bylines text[] not null default '{}',
  dateline text,
  date date,
  language text not null default 'en',
  topics text[] not null default '{}',
  status text not null default 'open' check (status in ('open', 'dormant', 'closed')),
  -- Counts every saved change of any part.
  version integer not null default 0,
  -- The version at which the head was last changed: an edit of the head made on an older one is a conflict.
  head_version integer not null default 1,
  created_by bigint references throughline.users,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);

create table throughline.sections (
  id bigint generated always as identity primary key,
  storyline_id bigint not null references throughline.storylines on delete cascade,
  title text not null default '',
  slot text not null default 'chapter'
    check (slot in ('chapter', 'development', 'update', 'context', 'correction')),
  position integer not null,
  blocks jsonb not null default '[]',
  version integer not null default 1,
  deleted_at timestamptz
);
create index sections_of_storyline on throughline.sections (storyline_id, position);

-- A passage tied to an item's revision and to the exact words in it. What is cited is kept for ever.
create table throughline.citations (
  id bigint generated always as identity primary key,
  storyline_id bigint not null references throughline.storylines on delete cascade,
  item_id bigint not null references throughline.items,
  revision_id bigint not null references throughline.revisions,
  exact text not null,
  prefix text not null default '',
  suffix text not null default '',
  -- UTF-16 offsets into the revision's content_text (or summary or title, where the text is empty).
  start_offset integer not null,
  end_offset integer not null,
  created_by bigint references throughline.users,
  created_at timestamptz not null default now()
);
create index citations_of_storyline on throughline.citations (storyline_id, id);
create index citations_of_item on throughline.citations (item_id);

create table throughline.claims (
  id bigint generated always as identity primary key,
  storyline_id bigint not null references throughline.storylines on delete cascade,
  kind text not null check (kind in ('figure', 'quote', 'fact', 'event')),
  text text not null,
  -- Citations that speak for it, and against it.
  evidence bigint[] not null default '{}',
  against bigint[] not null default '{}',
  position integer not null,
  created_by bigint references throughline.users,
  created_at timestamptz not null default now()
);
create index claims_of_storyline on throughline.claims (storyline_id, position);

-- What screens are told of. `tx` orders readers past transactions that are still open.
create table throughline.events (
  id bigint generated always as identity primary key,
  tx xid8 not null default pg_current_xact_id(),
  event jsonb not null,
  at timestamptz not null default now()
);
create index events_by_age on throughline.events (at);

-- Facts about this desk: e.g. that the sample wire was loaded.
create table throughline.settings (
  key text primary key,
  value jsonb not null
);
