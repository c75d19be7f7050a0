-- What a story is about, for people and for links to stories in other languages.
alter table throughline.stories
  -- [{id, name, type, reports}]: known people, places and organisations, the most named first.
  add column entities jsonb not null default '[]',
  add column figures text[] not null default '{}',
  -- The language of most of its reports; null when unknown.
  add column language text;

-- Stories in different languages that seem to be one event, as the machine sees it.
create table throughline.story_links (
  a text not null references throughline.stories on delete cascade,
  b text not null references throughline.stories on delete cascade,
  score real not null,
  -- Strong enough to hold without a person's word.
  sure boolean not null,
  reasons text[] not null,
  primary key (a, b)
);
create index story_links_of_b on throughline.story_links (b);

-- What people said about that. Between items, which outlive stories: a rebuild keeps it.
create table throughline.story_link_decisions (
  item_a bigint not null references throughline.items on delete cascade,
  item_b bigint not null references throughline.items on delete cascade,
  same boolean not null,
  user_id bigint not null references throughline.users,
  at timestamptz not null default now(),
  primary key (item_a, item_b)
);

-- Stories that are stored already are described again.
update throughline.stories set changes = changes + 1 where merged_into is null;
