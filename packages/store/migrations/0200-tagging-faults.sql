-- Items whose tags could not be made: when they are tried again, and why it failed. Who is tagged in the end has no row.
create table throughline.tagging_faults (
  item_id bigint primary key references throughline.items on delete cascade,
  -- What was tried: these words, with this state of the topics. With others it is tried at once.
  revision_id bigint not null,
  epoch integer not null,
  -- How often with these words.
  tries integer not null,
  next_try_at timestamptz not null,
  -- The rules could not be applied, or what they gave could not be stored.
  stage text not null check (stage in ('rules', 'store')),
  detail text not null,
  first_at timestamptz not null default now()
);
