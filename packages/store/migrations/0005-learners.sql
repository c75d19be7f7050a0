-- What verdicts have taught about each topic.
create table throughline.learners (
  topic_id text primary key references throughline.topics on delete cascade,
  enabled boolean not null default true,
  -- The last verdict that was taken in. Writers compare and set it: of two at once only one can go on.
  position bigint not null default 0,
  -- Counts resets: what was being learned meanwhile is thrown away.
  generation integer not null default 0,
  -- The learner as it stands, and as tagging uses it (schema: LearnerState).
  state jsonb,
  applied jsonb,
  updated_at timestamptz not null default now()
);

-- Counts every change of what tagging uses of the learners.
alter table throughline.topic_epoch add column learned integer not null default 0;

-- What was shown in log-odds, and what it was when a person decided: calibration learns from nothing else.
alter table throughline.tags add column log_odds real;
alter table throughline.verdicts add column log_odds real;
create index verdicts_of_topic on throughline.verdicts (topic_id, id);
