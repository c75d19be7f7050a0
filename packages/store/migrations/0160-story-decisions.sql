-- A curator's decision ends the earlier ones that say otherwise. Which one ended them is kept, so that they hold again
-- when it is taken back.
alter table throughline.story_constraints add column released_by uuid references throughline.story_commands;
create index story_constraints_released_by on throughline.story_constraints (released_by)
  where released_by is not null;
