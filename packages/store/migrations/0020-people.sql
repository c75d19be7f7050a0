-- People come by invitation, may be removed, and have settings of their own.

-- A removed person keeps their name on what they decided, and can do nothing more.
alter table throughline.users
  add column removed_at timestamptz,
  -- schema: UserSettings
  add column settings jsonb not null default '{}';

-- A name for a session that is no secret.
alter table throughline.sessions add column id bigint generated always as identity unique;
create index sessions_of_user on throughline.sessions (user_id);

-- One use each. The link names its row, so that its secret is compared and never searched for.
create table throughline.invitations (
  id bigint generated always as identity primary key,
  token_hash text not null,
  role text not null check (role in ('viewer', 'curator', 'editor', 'admin')),
  -- For whom, as the inviter remembers it.
  note text not null default '',
  created_by bigint not null references throughline.users,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  accepted_at timestamptz,
  accepted_by bigint references throughline.users
);
