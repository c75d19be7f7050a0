-- Webhooks: other programs are told what happens. What is to be told is noted in the transaction of the change.

create table throughline.webhooks (
  id bigint generated always as identity primary key,
  url text not null,
  -- Signs what is sent, and so must be known as it is.
  secret text not null,
  events text[] not null,
  user_id bigint not null references throughline.users,
  created_at timestamptz not null default now(),
  -- Since when nothing was taken any more, and what was the matter last.
  failing_since timestamptz,
  problem text,
  -- Switched off, by a person or after a long failure.
  disabled_at timestamptz,
  removed_at timestamptz
);
create trigger record_webhooks after insert or update of url, events, disabled_at, removed_at on throughline.webhooks
  for each row execute function throughline.record_row('webhook', 'id', 'url', '', 'url,events,disabled_at,removed_at');

create table throughline.webhook_deliveries (
  id bigint generated always as identity primary key,
  webhook_id bigint not null references throughline.webhooks on delete cascade,
  event text not null,
  -- Names the occasion, so that nothing is told twice.
  key text not null,
  -- What it is about, as ids: what is sent is read when it is sent.
  subject jsonb not null,
  at timestamptz not null default now(),
  tries integer not null default 0,
  -- Null: it was taken, or given up.
  next_try_at timestamptz default now(),
  delivered_at timestamptz,
  status integer,
  problem text,
  unique (webhook_id, key)
);
create index webhook_deliveries_due on throughline.webhook_deliveries (next_try_at) where next_try_at is not null;
create index webhook_deliveries_of on throughline.webhook_deliveries (webhook_id, id desc);

create function throughline.tell(told text, occasion text, about jsonb) returns void language sql as $$
  insert into throughline.webhook_deliveries (webhook_id, event, key, subject)
  select w.id, told, occasion, about from throughline.webhooks w
  where told = any(w.events) and w.disabled_at is null and w.removed_at is null
  on conflict do nothing
$$;

create function throughline.is_told(told text) returns boolean language sql stable as $$
  select exists (select 1 from throughline.webhooks w
    where told = any(w.events) and w.disabled_at is null and w.removed_at is null)
$$;

-- Tags are made anew whenever topics change: only items of the last two days are news.
create function throughline.tell_tags() returns trigger language plpgsql as $$
begin
  if throughline.is_told('item.relevant') then
    perform throughline.tell('item.relevant', 'item-' || t.item_id || '-' || t.topic_id,
      jsonb_build_object('item', t.item_id, 'topic', t.topic_id))
    from added t join throughline.items i on i.id = t.item_id
    where t.relevant and t.queued and not t.sampled and i.first_seen_at > now() - interval '2 days';
  end if;
  return null;
end $$;
create trigger tell_tags after insert on throughline.tags
  referencing new table as added for each statement execute function throughline.tell_tags();

-- A story is one from its second report on, and large from its fifth independent origin on.
create function throughline.tell_story() returns trigger language plpgsql as $$
begin
  if new.merged_into is not null or new.last_at < now() - interval '2 days' then
    return null;
  end if;
  if new.reports >= 2 then
    perform throughline.tell('story.new', 'story-' || new.id, jsonb_build_object('story', new.id));
  end if;
  if new.independent >= 5 then
    perform throughline.tell('story.large', 'large-' || new.id, jsonb_build_object('story', new.id));
  end if;
  return null;
end $$;
create trigger tell_stories after update of described on throughline.stories
  for each row execute function throughline.tell_story();

create function throughline.tell_version() returns trigger language plpgsql as $$
begin
  perform throughline.tell(
    case when new.kind = 'correction' then 'storyline.corrected' else 'storyline.published' end,
    'version-' || new.storyline_id || '-' || new.number,
    jsonb_build_object('storyline', new.storyline_id, 'version', new.number));
  return null;
end $$;
create trigger tell_versions after insert on throughline.published_versions
  for each row execute function throughline.tell_version();

create function throughline.tell_alert() returns trigger language plpgsql as $$
begin
  perform throughline.tell('storyline.alert', 'alert-' || new.id,
    jsonb_build_object('storyline', new.storyline_id, 'kind', new.alert ->> 'kind'));
  return null;
end $$;
create trigger tell_alerts after insert on throughline.storyline_alerts
  for each row execute function throughline.tell_alert();

-- A moment as JSON tells it everywhere else.
create function throughline.iso(moment timestamptz) returns text language sql immutable as $$
  select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;
