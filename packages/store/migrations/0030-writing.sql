-- Who writes in a section at the moment. A hold that is not renewed ends by itself.
create table throughline.section_holds (
  section_id bigint primary key references throughline.sections on delete cascade,
  user_id bigint not null references throughline.users on delete cascade,
  -- The window that writes: one person may have two.
  window_id text not null,
  until timestamptz not null
);

-- What a storyline contains, and what it carries on.
create table throughline.storyline_links (
  from_id bigint not null references throughline.storylines on delete cascade,
  to_id bigint not null references throughline.storylines on delete cascade,
  kind text not null check (kind in ('contains', 'follows')),
  created_by bigint references throughline.users,
  at timestamptz not null default now(),
  primary key (from_id, to_id, kind),
  check (from_id <> to_id)
);
create index storyline_links_to on throughline.storyline_links (to_id);

-- A statement that several storylines make: their claims name it.
create table throughline.points (
  id bigint generated always as identity primary key,
  created_by bigint references throughline.users,
  created_at timestamptz not null default now()
);
alter table throughline.claims add column point_id bigint references throughline.points;
create index claims_of_point on throughline.claims (point_id) where point_id is not null;

-- Whether a pasted address is that of an item.
create index items_by_url on throughline.items using hash (url);
