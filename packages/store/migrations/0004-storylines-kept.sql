-- A state that somebody asked to keep: no later save takes its place.
alter table throughline.storyline_revisions add column pinned boolean not null default false;
