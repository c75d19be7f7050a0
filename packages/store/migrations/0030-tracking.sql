-- What tracking goes by besides what a storyline cites, and when silence is news.
alter table throughline.storylines
  add column track_topics boolean not null default false,
  -- In the language of searches; null: none.
  add column track_rule text,
  add column quiet_days integer not null default 7 check (quiet_days between 1 and 365);

-- Where the text of a storyline names its citations.
create view throughline.placed_citations as
  select distinct s.storyline_id, s.id as section_id, s.position,
    (jsonb_path_query(s.blocks, '$.** ? (@.type == "citation").attrs.citation'))::bigint as citation_id
  from throughline.sections s where s.deleted_at is null;

-- How far each storyline has looked. Writers compare and set `looks`: of two at once only one can go on.
create table throughline.storyline_tracking (
  storyline_id bigint primary key references throughline.storylines on delete cascade,
  looks bigint not null default 0,
  -- The last item of the stream that it has looked at.
  position bigint not null default 0,
  -- The storyline's version that it has seen, and what its profile was made from.
  seen_version integer not null default -1,
  profile text not null default '',
  -- When everything recent was weighed, and not only what is new.
  weighed_at timestamptz,
  looked_at timestamptz,
  next_look_at timestamptz not null default now()
);

-- Items that would continue a storyline. What is cited or declined meanwhile is left out when they are read.
create table throughline.suggestions (
  storyline_id bigint not null references throughline.storylines on delete cascade,
  item_id bigint not null references throughline.items on delete cascade,
  score real not null,
  reasons jsonb not null,
  novelty jsonb not null,
  section_id bigint,
  at timestamptz not null default now(),
  primary key (storyline_id, item_id)
);

-- What a storyline's editor should know. `key` names the occasion, so that nothing is told twice.
create table throughline.storyline_alerts (
  id bigint generated always as identity primary key,
  storyline_id bigint not null references throughline.storylines on delete cascade,
  key text not null,
  alert jsonb not null,
  at timestamptz not null default now(),
  -- Put away by a person, or not so any more.
  closed_at timestamptz,
  closed_by bigint references throughline.users,
  unique (storyline_id, key)
);
create index storyline_alerts_open on throughline.storyline_alerts (storyline_id) where closed_at is null;
