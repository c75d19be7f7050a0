-- What taking back a decision needs to know.

-- The verdict that an entry brought back: its person and moment count as before.
alter table throughline.verdicts add column restores bigint references throughline.verdicts;

-- Whoever judged also put the topic on by hand.
alter table throughline.verdicts add column by_hand boolean not null default false;
update throughline.verdicts v set by_hand = true from throughline.tags t
  where t.item_id = v.item_id and t.topic_id = v.topic_id and t.by_hand = v.user_id and v.value = 'relevant';

-- The decision that made an item doubted; null where somebody asked.
alter table throughline.item_marks add column command_id uuid;
