-- What of a storyline is public. Its versions are states that are kept for good, and keep their addresses.
create table throughline.publications (
  storyline_id bigint primary key references throughline.storylines on delete cascade,
  -- Its address, where the desk knows how the internet reaches it.
  url text,
  withdrawn_at timestamptz
);

create table throughline.published_versions (
  storyline_id bigint not null references throughline.publications on delete cascade,
  number integer not null,
  revision integer not null,
  kind text not null check (kind in ('first', 'update', 'correction', 'edit')),
  -- What readers are told of it.
  note text not null default '',
  user_id bigint references throughline.users,
  at timestamptz not null default now(),
  primary key (storyline_id, number),
  foreign key (storyline_id, revision) references throughline.storyline_revisions (storyline_id, revision)
);
