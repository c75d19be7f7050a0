-- Search in the words of each language: PostgreSQL's stemmers without their lists of stop words, so that "the" can be
-- looked for and a phrase is a phrase. Words come folded (case, accents, variants of Arabic letters) from the desk.
create table throughline.search_languages (
  language text primary key,
  -- Name of a text search configuration. Not `regconfig`, which pg_upgrade refuses.
  config text not null
);
do $$
declare pair text[];
begin
  foreach pair slice 1 in array array[
    ['ar', 'arabic'], ['hy', 'armenian'], ['eu', 'basque'], ['ca', 'catalan'], ['da', 'danish'], ['nl', 'dutch'],
    ['en', 'english'], ['fi', 'finnish'], ['fr', 'french'], ['de', 'german'], ['el', 'greek'], ['hi', 'hindi'],
    ['hu', 'hungarian'], ['id', 'indonesian'], ['ga', 'irish'], ['it', 'italian'], ['lt', 'lithuanian'],
    ['ne', 'nepali'], ['no', 'norwegian'], ['pt', 'portuguese'], ['ro', 'romanian'], ['ru', 'russian'],
    ['sr', 'serbian'], ['es', 'spanish'], ['sv', 'swedish'], ['ta', 'tamil'], ['tr', 'turkish'], ['yi', 'yiddish']
  ] loop
    execute format('create text search dictionary throughline.%I (template = pg_catalog.snowball, language = %L)',
      pair[2] || '_stem', pair[2]);
    execute format('create text search configuration throughline.%I (copy = pg_catalog.simple)', pair[2]);
    execute format('alter text search configuration throughline.%I alter mapping for asciiword, word, asciihword,
      hword, hword_asciipart, hword_part with throughline.%I', pair[2], pair[2] || '_stem');
    insert into throughline.search_languages values (pair[1], 'throughline.' || pair[2]);
  end loop;
end $$;
insert into throughline.search_languages values ('nb', 'throughline.norwegian'), ('nn', 'throughline.norwegian');

-- What an item's search vector was made of comes with its tags: everything is due for both.
update throughline.topic_epoch set epoch = epoch + 1;

create index stories_largest on throughline.stories (reports desc, id desc) where merged_into is null;

-- Tags that a person gave; tagging keeps them.
alter table throughline.tags add column by_hand bigint references throughline.users;

-- What curators put on items besides verdicts. Stars and snoozes are each person's own, doubts are the desk's.
create table throughline.item_marks (
  item_id bigint not null references throughline.items,
  kind text not null check (kind in ('starred', 'snoozed', 'doubted')),
  user_id bigint not null references throughline.users,
  -- When a snoozed item wakes up.
  until timestamptz,
  -- Why a second look is wanted: somebody asked for it, or two curators decided differently.
  because text check (because in ('asked', 'disagreement')),
  at timestamptz not null default now(),
  primary key (item_id, kind, user_id)
);
create index item_marks_of_user on throughline.item_marks (kind, user_id, at desc);
create unique index item_marks_doubted on throughline.item_marks (item_id) where kind = 'doubted';

-- Searches that somebody gave a name.
create table throughline.saved_views (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  query text not null,
  sort text not null default 'newest',
  user_id bigint not null references throughline.users,
  -- For the whole desk, or for whoever made it.
  shared boolean not null default false,
  created_at timestamptz not null default now(),
  removed_at timestamptz
);

-- Who looks at what. A page that is left says so, or is forgotten.
create table throughline.presence (
  page uuid primary key,
  user_id bigint not null references throughline.users on delete cascade,
  item_id bigint,
  at timestamptz not null default now()
);
