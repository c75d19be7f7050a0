-- Who takes care of what, and what people say to each other about it.

create table throughline.assignments (
  object text not null check (object in ('item', 'story', 'storyline')),
  object_id text not null,
  user_id bigint not null references throughline.users,
  by_id bigint references throughline.users,
  at timestamptz not null default now(),
  -- When the person it is for put the news of it away.
  seen_at timestamptz,
  primary key (object, object_id)
);
create index assignments_of_user on throughline.assignments (user_id, at desc);

create table throughline.notes (
  id bigint generated always as identity primary key,
  object text not null check (object in ('item', 'story', 'storyline')),
  object_id text not null,
  user_id bigint not null references throughline.users,
  body text not null check (body <> ''),
  at timestamptz not null default now(),
  removed_at timestamptz
);
create index notes_of_object on throughline.notes (object, object_id, id);

create table throughline.mentions (
  note_id bigint not null references throughline.notes on delete cascade,
  user_id bigint not null references throughline.users,
  seen_at timestamptz,
  primary key (note_id, user_id)
);
create index mentions_of_user on throughline.mentions (user_id, note_id desc);

-- What an item, a story or a storyline is called now; null when it is not there.
create function throughline.called(object text, object_id text) returns text language sql stable as $$
  select case object
    when 'item' then (
      select coalesce(nullif(r.title, ''), r.summary) from throughline.items i
      join throughline.revisions r on r.id = i.current_revision_id where i.id::text = object_id)
    when 'story' then (select s.headline from throughline.stories s where s.id = object_id)
    when 'storyline' then (
      select l.headline from throughline.storylines l where l.id::text = object_id and l.deleted_at is null)
  end
$$;

create function throughline.record_assignment() returns trigger language plpgsql as $$
declare
  was text := case when tg_op <> 'INSERT' then (select u.name from throughline.users u where u.id = old.user_id) end;
  became text := case when tg_op <> 'DELETE' then (select u.name from throughline.users u where u.id = new.user_id) end;
  thing text := case when tg_op = 'DELETE' then old.object else new.object end;
  thing_id text := case when tg_op = 'DELETE' then old.object_id else new.object_id end;
begin
  if was is not distinct from became then
    return null;
  end if;
  perform throughline.record(thing, thing_id, 'assignment', throughline.called(thing, thing_id),
    case tg_op when 'INSERT' then 'added' when 'DELETE' then 'removed' else 'changed' end,
    jsonb_strip_nulls(jsonb_build_object('assignee', was)), jsonb_strip_nulls(jsonb_build_object('assignee', became)),
    throughline.actor());
  return null;
end $$;
create trigger record_assignments after insert or delete or update of user_id on throughline.assignments
  for each row execute function throughline.record_assignment();

create function throughline.record_note() returns trigger language plpgsql as $$
begin
  perform throughline.record(new.object, new.object_id, 'note', throughline.called(new.object, new.object_id),
    case when tg_op = 'INSERT' then 'added' when new.removed_at is null then 'restored' else 'removed' end,
    case when tg_op = 'INSERT' or new.removed_at is null then '{}' else jsonb_build_object('body', new.body) end,
    case when new.removed_at is null then jsonb_build_object('body', new.body) else '{}' end, throughline.actor());
  return null;
end $$;
create trigger record_notes after insert or update of removed_at on throughline.notes
  for each row execute function throughline.record_note();
