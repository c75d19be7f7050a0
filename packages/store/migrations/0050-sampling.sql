-- A small share of what falls below a topic's queue is shown all the same, so that its recall can be estimated.
-- null: the usual share, once the topic has some verdicts; 0: off.
alter table throughline.topics add column sampled_share real check (sampled_share between 0 and 0.1);

-- In the queue as a sample only: no rule put it there.
alter table throughline.tags add column sampled boolean not null default false;

-- Given on a sample. It stays true when the item is tagged anew.
alter table throughline.verdicts add column sampled boolean not null default false;
create index verdicts_on_samples on throughline.verdicts (topic_id) where sampled;
