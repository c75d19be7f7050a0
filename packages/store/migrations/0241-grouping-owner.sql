-- Which worker carries the grouping on, and until when it may be silent: what it holds in memory is dear to read again.
alter table throughline.story_cursor
  add column owner text,
  add column owned_until timestamptz;
