-- Stories: what the machine takes for reports of one event, and what curators said about that.

create table throughline.stories (
  -- Named after its first item; see packages/stories.
  id text primary key,
  headline text not null default '',
  first_at timestamptz not null,
  last_at timestamptz not null,
  reports integer not null default 0,
  -- Origins after copies of one wire and feeds of one publisher are counted once.
  independent integer not null default 0,
  -- The tree of who repeated whom (schema: StoryOrigins).
  origins jsonb not null default '[]',
  -- Counts changes of its reports, and up to which of them it is described (headline, origins).
  changes integer not null default 1,
  described integer not null default 0,
  -- Set when it became part of another: its address leads there.
  merged_into text,
  created_at timestamptz not null default now()
);
create index stories_to_describe on throughline.stories (id) where described < changes;
create index stories_newest on throughline.stories (last_at desc, id desc) where merged_into is null;

create table throughline.story_members (
  item_id bigint primary key references throughline.items,
  story_id text not null references throughline.stories,
  -- How it stands to the report that it repeats or carries on.
  relation text not null check (relation in ('duplicate', 'excerpt', 'version', 'update', 'independent')),
  duplicate_of bigint,
  update_of bigint,
  likeness real not null,
  -- For people: why it is here.
  reasons text[] not null default '{}',
  placed_at timestamptz not null default now()
);
create index story_members_of_story on throughline.story_members (story_id, item_id);

-- Merges, splits and moves, by the machine and by people.
create table throughline.story_events (
  id bigint generated always as identity primary key,
  event jsonb not null,
  -- Null: the machine.
  user_id bigint references throughline.users,
  at timestamptz not null default now()
);

-- What a curator did to stories in one go, with what to go back to when it is undone.
create table throughline.story_commands (
  id uuid primary key,
  user_id bigint not null references throughline.users,
  -- The story to look at afterwards.
  story text not null,
  -- [{itemId, story}]: where the items that it moved were before.
  before jsonb not null,
  at timestamptz not null default now(),
  undone_at timestamptz
);

-- What follows from that for every later run of the grouping; taken back, never deleted.
create table throughline.story_constraints (
  id bigint generated always as identity primary key,
  command_id uuid not null references throughline.story_commands,
  decision jsonb not null,
  released_at timestamptz
);
create index story_constraints_of_command on throughline.story_constraints (command_id);
create index story_constraints_names on throughline.story_constraints ((decision ->> 'item'), id)
  where released_at is null and decision ->> 'kind' = 'rename';

-- How far the stream of items is grouped. Writers compare and set it: of two at once only one can go on.
create table throughline.story_cursor (
  only_row boolean primary key default true check (only_row),
  position bigint not null default 0,
  -- Counts whatever makes a grouping in memory wrong: a rebuild, a curator's decision.
  generation bigint not null default 0,
  -- The generation that the stored grouping was carried on under.
  applied bigint not null default 0
);
insert into throughline.story_cursor default values;
