-- Whether a storyline looks out for more of its own.
alter table throughline.storylines add column tracking boolean not null default false;

-- Items that somebody said do not belong to a storyline; they teach what it is not about.
create table throughline.declined_items (
  storyline_id bigint not null references throughline.storylines on delete cascade,
  item_id bigint not null references throughline.items on delete cascade,
  user_id bigint references throughline.users,
  at timestamptz not null default now(),
  primary key (storyline_id, item_id)
);
