-- Verdicts up to this one were forgotten by a reset: what is learned anew begins behind it.
alter table throughline.learners add column since bigint not null default 0;
update throughline.learners set since = position where state is null;
