-- Retention: the one way by which news goes. Off until an administrator says how many days are kept.

-- What went, so that a later reading of its source knows it still and does not take it for new.
create table throughline.forgotten_items (
  item_id bigint primary key,
  source_id bigint not null references throughline.sources on delete cascade,
  key text not null,
  guid text,
  url text,
  title text not null,
  unique (source_id, key)
);
create index forgotten_items_of_source on throughline.forgotten_items (source_id, item_id desc);

-- One pass over all items. A worker that dies leaves it where it was: the next one goes on there.
create table throughline.retention_runs (
  id bigint generated always as identity primary key,
  days integer not null,
  -- Items first seen before this are too old.
  cutoff timestamptz not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  -- The last item that was looked at.
  position bigint not null default 0,
  removed bigint not null default 0
);

create index tags_by_hand on throughline.tags (item_id) where by_hand is not null;

-- Whatever refers to items and revisions is looked through for each one that goes.
create index items_by_revision on throughline.items (current_revision_id);
create index citations_of_revision on throughline.citations (revision_id);
create index suggestions_of_item on throughline.suggestions (item_id);
create index declined_items_of_item on throughline.declined_items (item_id);
create index story_link_decisions_of_b on throughline.story_link_decisions (item_b);

create function throughline.as_item_id(id text) returns bigint language sql immutable as $$
  select case when id ~ '^[1-9][0-9]{0,17}$' then id::bigint end
$$;

-- Items that somebody or something of the desk still needs, and for what; one item may stand here several times.
create view throughline.needed_items as
  select c.item_id, 'cited' as because from throughline.citations c where c.item_id is not null
  union all
  -- How independent a cited report is follows from its story, and from the report that it repeats: all of that stays.
  select mate.item_id, 'beside cited' from throughline.citations c
    join throughline.story_members m on m.item_id = c.item_id
    join throughline.story_members mate on mate.story_id = m.story_id
  union all
  (with recursive up as (
     select m.duplicate_of as item_id from throughline.citations c
       join throughline.story_members m on m.item_id = c.item_id where m.duplicate_of is not null
     union
     select m.duplicate_of from up join throughline.story_members m on m.item_id = up.item_id
       where m.duplicate_of is not null)
   select up.item_id, 'beside cited' from up)
  union all
  select v.item_id, 'judged' from throughline.verdicts v
  union all
  select t.item_id, 'judged' from throughline.tags t where t.by_hand is not null
  union all
  select k.item_id, 'marked' from throughline.item_marks k
  union all
  select throughline.as_item_id(a.object_id), 'worked on' from throughline.assignments a where a.object = 'item'
  union all
  select throughline.as_item_id(n.object_id), 'worked on' from throughline.notes n
    where n.object = 'item' and n.removed_at is null
  union all
  select m.item_id, 'worked on' from throughline.assignments a
    join throughline.story_members m on m.story_id = a.object_id where a.object = 'story'
  union all
  select m.item_id, 'worked on' from throughline.notes n
    join throughline.story_members m on m.story_id = n.object_id where n.object = 'story' and n.removed_at is null
  union all
  select s.item_id, 'proposed' from throughline.suggestions s
  union all
  select d.item_id, 'proposed' from throughline.declined_items d
  union all
  -- Curators arranged its story: the constraints that later runs obey name these items.
  select throughline.as_item_id(named.id), 'arranged' from throughline.story_constraints c
    cross join lateral (values (c.decision ->> 'a'), (c.decision ->> 'b'), (c.decision ->> 'item')) as named(id)
    where c.released_at is null and named.id is not null
  union all
  select d.item_a, 'arranged' from throughline.story_link_decisions d
  union all
  select d.item_b, 'arranged' from throughline.story_link_decisions d;
