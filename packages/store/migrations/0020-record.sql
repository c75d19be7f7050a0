-- The record: who decided what, when, and what it said before. Written by the database itself in the transaction of
-- the change, and append-only, so that no code can forget or alter it.

create table throughline.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  -- Null: the desk itself, or the command line (`via`).
  actor bigint references throughline.users,
  -- By what means, where it was not the pages: a token, the command line.
  via text,
  -- item, story, storyline, topic, source, person, invitation, token, setting
  object text not null,
  object_id text not null,
  -- Which part of it: a storyline's section, a person's session.
  part text,
  -- What it was called.
  label text not null,
  action text not null,
  -- The fields that changed, and only those.
  before jsonb not null,
  after jsonb not null
);
create index audit_of_object on throughline.audit (object, object_id, id desc);
create index audit_by_actor on throughline.audit (actor, id desc);

create function throughline.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The record is append-only.';
end $$;
create trigger audit_is_kept before update or delete on throughline.audit
  for each row execute function throughline.refuse_change();
create trigger audit_is_not_emptied before truncate on throughline.audit
  for each statement execute function throughline.refuse_change();

-- Who acts in this transaction; `actingAs` of the store says it.
create function throughline.actor() returns bigint language sql stable as
  $$ select nullif(current_setting('throughline.actor', true), '')::bigint $$;

create function throughline.record(
  object text, object_id text, part text, label text, action text, before jsonb, after jsonb, actor bigint
) returns void language sql as $$
  insert into throughline.audit (actor, via, object, object_id, part, label, action, before, after)
  values (actor, nullif(current_setting('throughline.via', true), ''), object, object_id, part,
    left(coalesce(label, ''), 300), action, before, after)
$$;

-- Arguments: object, column of its id, column of its label, part ('' = the whole), columns to record.
create function throughline.record_row() returns trigger language plpgsql as $$
declare
  old_row jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end;
  new_row jsonb := case when tg_op = 'DELETE' then '{}'::jsonb else to_jsonb(new) end;
  named jsonb := case when tg_op = 'DELETE' then old_row else new_row end;
  was jsonb;
  became jsonb;
  gone boolean := coalesce(new_row ->> 'removed_at', new_row ->> 'deleted_at', new_row ->> 'revoked_at') is not null;
  was_gone boolean := coalesce(old_row ->> 'removed_at', old_row ->> 'deleted_at', old_row ->> 'revoked_at') is not null;
begin
  select coalesce(jsonb_object_agg(field, old_row -> field) filter (where old_row ? field), '{}'),
    coalesce(jsonb_object_agg(field, new_row -> field) filter (where new_row ? field), '{}')
  into was, became
  from unnest(string_to_array(tg_argv[4], ',')) as field
  where old_row -> field is distinct from new_row -> field;
  if tg_op = 'UPDATE' and was = became then
    return null;
  end if;
  perform throughline.record(tg_argv[0], named ->> tg_argv[1], nullif(tg_argv[3], ''), named ->> tg_argv[2],
    case when tg_op = 'INSERT' then 'added' when tg_op = 'DELETE' or (gone and not was_gone) then 'removed'
      when was_gone and not gone then 'restored' else 'changed' end,
    jsonb_strip_nulls(was), jsonb_strip_nulls(became), throughline.actor());
  return null;
end $$;

-- Verdicts, many at once.
create function throughline.record_verdicts() returns trigger language plpgsql as $$
begin
  insert into throughline.audit (actor, via, object, object_id, part, label, action, before, after)
  select v.user_id, nullif(current_setting('throughline.via', true), ''), 'item', v.item_id::text,
    nullif(v.topic_id, ''), left(coalesce(r.title, ''), 300), case when v.value is null then 'taken back' else 'judged' end,
    jsonb_strip_nulls(jsonb_build_object('verdict', b.value, 'reason', b.reason, 'by', b.user_id)),
    jsonb_strip_nulls(jsonb_build_object('verdict', v.value, 'reason', v.reason))
  from added v
  join throughline.items i on i.id = v.item_id
  left join throughline.revisions r on r.id = i.current_revision_id
  left join lateral (
    select o.value, o.reason, o.user_id from throughline.verdicts o
    where o.item_id = v.item_id and o.topic_id = v.topic_id and o.id < v.id order by o.id desc limit 1
  ) b on true
  order by v.id;
  return null;
end $$;
create trigger record_verdicts after insert on throughline.verdicts
  referencing new table as added for each statement execute function throughline.record_verdicts();

-- What curators did to stories: the event names the command, its row where the items were before.
create function throughline.record_story_event() returns trigger language plpgsql as $$
declare
  was jsonb;
begin
  select c.before into was from throughline.story_commands c
  where c.user_id = new.user_id and c.at = new.at order by c.id limit 1;
  perform throughline.record('story', new.event ->> 'story', null,
    (select s.headline from throughline.stories s where s.id = new.event ->> 'story'),
    coalesce(new.event ->> 'command', new.event ->> 'kind'),
    case when jsonb_array_length(coalesce(was, '[]')) > 0 then jsonb_build_object('items', was) else '{}' end,
    new.event - 'kind' - 'command' - 'story', new.user_id);
  return null;
end $$;
create trigger record_story_events after insert on throughline.story_events
  for each row when (new.user_id is not null) execute function throughline.record_story_event();
create trigger record_story_names after update of headline on throughline.stories
  for each row when (throughline.actor() is not null)
  execute function throughline.record_row('story', 'id', 'headline', '', 'headline');

create trigger record_storylines after insert or update of headline, standfirst, bylines, dateline, date, language,
  topics, status, tracking, deleted_at on throughline.storylines
  for each row execute function throughline.record_row('storyline', 'id', 'headline', '',
    'headline,standfirst,bylines,dateline,date,language,topics,status,tracking,deleted_at');
create trigger record_sections after insert or update of title, slot, position, deleted_at on throughline.sections
  for each row execute function throughline.record_row('storyline', 'storyline_id', 'title', 'section',
    'title,slot,position,deleted_at');
create trigger record_claims after insert or update of kind, text, evidence, against, removed_at on throughline.claims
  for each row execute function throughline.record_row('storyline', 'storyline_id', 'text', 'claim',
    'kind,text,evidence,against,removed_at');
create trigger record_citations after insert or delete on throughline.citations
  for each row execute function throughline.record_row('storyline', 'storyline_id', 'exact', 'citation',
    'item_id,revision_id,exact');

-- A text is saved while it is written. Its words before are recorded where somebody begins to change it: at the first
-- save, and every five minutes while they go on. The states in between are the storyline's revisions.
create function throughline.record_section_text() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from throughline.audit a
    where a.object = 'storyline' and a.object_id = new.storyline_id::text and a.part = 'text'
      and a.after ->> 'section' = new.id::text and a.actor is not distinct from throughline.actor()
      and a.at > now() - interval '5 minutes'
      and not exists (
        select 1 from throughline.audit other
        where other.object = 'storyline' and other.object_id = a.object_id and other.part = 'text'
          and other.after ->> 'section' = new.id::text and other.id > a.id)
  ) then
    return null;
  end if;
  perform throughline.record('storyline', new.storyline_id::text, 'text', new.title, 'changed',
    jsonb_build_object('text', coalesce((
      select string_agg(word #>> '{}', ' ') from jsonb_path_query(old.blocks, 'strict $.**.text') as word
      where jsonb_typeof(word) = 'string'), '')),
    jsonb_build_object('section', new.id), throughline.actor());
  return null;
end $$;
create trigger record_section_texts after update of blocks on throughline.sections
  for each row when (old.blocks is distinct from new.blocks) execute function throughline.record_section_text();

create trigger record_topics after insert or update of name, description, colour, enabled, version on throughline.topics
  for each row execute function throughline.record_row('topic', 'id', 'name', '', 'name,description,colour,enabled,version');
create trigger record_learning after update of enabled, generation on throughline.learners
  for each row execute function throughline.record_row('topic', 'topic_id', 'topic_id', 'learning', 'enabled,generation');

create trigger record_sources after insert or update of url, title, publisher_id, folders, language, interval_seconds,
  full_text_since, removed_at on throughline.sources
  for each row execute function throughline.record_row('source', 'id', 'title', '',
    'url,title,publisher_id,folders,language,interval_seconds,full_text_since,removed_at');
create trigger record_pauses after update of state on throughline.sources
  for each row when ((old.state = 'paused') is distinct from (new.state = 'paused'))
  execute function throughline.record_row('source', 'id', 'title', '', 'state');

create trigger record_people after insert or update of name, role, removed_at on throughline.users
  for each row execute function throughline.record_row('person', 'id', 'name', '', 'name,role,removed_at');
create trigger record_invitations after insert or update of role, revoked_at, accepted_at, accepted_by
  on throughline.invitations
  for each row execute function throughline.record_row('invitation', 'id', 'note', '',
    'role,note,expires_at,revoked_at,accepted_at,accepted_by');
create trigger record_sessions after insert or delete on throughline.sessions
  for each row execute function throughline.record_row('person', 'user_id', 'user_agent', 'session', 'user_agent');

create trigger record_settings after insert or update or delete on throughline.settings
  for each row execute function throughline.record_row('setting', 'key', 'key', '', 'value');
