-- An answer that cannot be stored is read again a few times, with pauses, and then given up.
alter table throughline.answers
  -- How often reading it was begun.
  add column tries integer not null default 0,
  add column next_try_at timestamptz not null default '-infinity';
