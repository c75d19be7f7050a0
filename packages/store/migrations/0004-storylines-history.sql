-- Cited items that came with an imported storyline and are not on this desk: what the file told about them.
alter table throughline.citations
  alter column item_id drop not null,
  alter column revision_id drop not null,
  add column cited jsonb,
  add check ((item_id is null) = (cited is not null) and (item_id is null) = (revision_id is null));

alter table throughline.claims add column removed_at timestamptz;
alter table throughline.storylines add column hero jsonb;
-- When a development, update or correction was added.
alter table throughline.sections add column at timestamptz;

-- Saved states, whole. The saves of one person within some minutes are kept as one, the last of them.
create table throughline.storyline_revisions (
  storyline_id bigint not null references throughline.storylines on delete cascade,
  revision integer not null,
  -- Of the first and of the last save that it holds.
  begun_at timestamptz not null default now(),
  at timestamptz not null default now(),
  user_id bigint references throughline.users,
  document jsonb not null,
  primary key (storyline_id, revision)
);
create index storyline_revisions_by_time on throughline.storyline_revisions (storyline_id, at);
