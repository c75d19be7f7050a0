-- Groupings of all stored items anew: who began one, and how far the result agrees with what stood before.
create table throughline.story_rebuilds (
  id bigint generated always as identity primary key,
  -- Null: the command line.
  started_by bigint references throughline.users,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  -- Items that were grouped before and after, and BCubed F1 of the two groupings of them, 0..1; null without any.
  items integer,
  agreement real
);
create unique index story_rebuilds_running on throughline.story_rebuilds ((true)) where finished_at is null;

-- What stood when the running rebuild began; empty otherwise.
create table throughline.story_members_before (
  item_id bigint primary key,
  story_id text not null
);
