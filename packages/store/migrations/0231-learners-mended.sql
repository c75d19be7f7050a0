-- Words like "constructor" made nothing of weights: whoever has met one learns anew from the log.
update throughline.learners set state = null, applied = null, position = since, generation = generation + 1
  where jsonb_strip_nulls(state - 'cut') <> state - 'cut';

-- A cut says now of which threshold it was proven; the next fit finds it again.
update throughline.learners set state = state || '{"cut": null}', applied = applied || '{"cut": null}';

-- Everything is tagged by what is left, also what could not be tagged.
update throughline.topic_epoch set epoch = epoch + 1 where exists (select 1 from throughline.learners);
