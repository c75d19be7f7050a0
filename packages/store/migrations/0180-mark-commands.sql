-- Marks that the desk has taken over: sent again after a lost answer, an old star or snooze must not come back.
create table throughline.mark_commands (
  command_id uuid primary key,
  at timestamptz not null default now()
);
