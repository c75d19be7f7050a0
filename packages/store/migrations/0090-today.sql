-- When a person last had the Today screen before them, and when before this sitting: what is new since then.
create table throughline.today_looks (
  user_id bigint primary key references throughline.users on delete cascade,
  at timestamptz not null default now(),
  before_at timestamptz
);
