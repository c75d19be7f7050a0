-- Watching what is cited: its page is read again a day and a week after it was cited.
alter table throughline.citations
  -- When the cited words are looked for again; null: not by itself.
  add column next_check_at timestamptz default now() + interval '1 day',
  -- Looks that are done, and attempts at the one that is due.
  add column checks integer not null default 0,
  add column check_tries integer not null default 0;
-- What came with an imported storyline is on no page that this desk knows.
update throughline.citations set next_check_at = null where item_id is null;
create index citations_to_check on throughline.citations (next_check_at) where next_check_at is not null;

-- What each look found; append only.
create table throughline.evidence_checks (
  id bigint generated always as identity primary key,
  citation_id bigint not null references throughline.citations on delete cascade,
  at timestamptz not null,
  -- The page that was read; null: none was.
  url text,
  state text not null check (state in ('kept', 'changed', 'gone', 'unchecked')),
  -- The words that stand there instead.
  words text,
  -- For people: why nothing could be told.
  problem text
);
create index evidence_checks_of_citation on throughline.evidence_checks (citation_id, id desc);
