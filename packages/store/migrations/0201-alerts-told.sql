-- An alert is an occasion each time that it begins: `at` says when, also where one that had ended is so again. Put away
-- and taken out again by a person, it stays the same occasion.
create or replace function throughline.tell_alert() returns trigger language plpgsql as $$
begin
  perform throughline.tell('storyline.alert', 'alert-' || new.id || '-' || throughline.iso(new.at),
    jsonb_build_object('storyline', new.storyline_id, 'kind', new.alert ->> 'kind'));
  return null;
end $$;
drop trigger tell_alerts on throughline.storyline_alerts;
create trigger tell_alerts after insert or update of at on throughline.storyline_alerts
  for each row execute function throughline.tell_alert();
