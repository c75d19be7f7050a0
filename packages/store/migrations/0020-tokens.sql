-- Programs come in by a token: one person's, with a role no greater than theirs.
create table throughline.api_tokens (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  token_hash text not null,
  -- In whose name it acts; it ends with them.
  user_id bigint not null references throughline.users,
  role text not null check (role in ('viewer', 'curator', 'editor')),
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
create trigger record_tokens after insert or update of revoked_at on throughline.api_tokens
  for each row execute function throughline.record_row('token', 'id', 'name', '', 'name,role,revoked_at');
