-- What was taken out of a storyline's subject into one of its own: the other one still cites it, and is no longer
-- told that it drifts because of it.
create table throughline.storyline_splits (
  to_id bigint primary key references throughline.storylines on delete cascade,
  from_id bigint not null references throughline.storylines on delete cascade,
  -- The alert that it answers.
  alert_id bigint references throughline.storyline_alerts on delete set null,
  -- Citations of the storyline that it comes from.
  citations bigint[] not null,
  headline text not null,
  created_by bigint references throughline.users,
  at timestamptz not null default now()
);
create index storyline_splits_from on throughline.storyline_splits (from_id);

create trigger record_splits after insert on throughline.storyline_splits
  for each row execute function throughline.record_row('storyline', 'from_id', 'headline', 'new storyline',
    'to_id,citations');
