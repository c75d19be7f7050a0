-- Stars, snoozes and wishes for a second look are decisions too: who, when, and what the mark said before.

-- A mark as the record tells it.
create function throughline.told_mark(kind text, until timestamptz, because text) returns jsonb language sql immutable as
  $$ select jsonb_strip_nulls(jsonb_build_object('mark', kind, 'until', until, 'because', because)) $$;

-- Many at once, like verdicts. `was` and `became` hold the rows before and after; one of them lacks a mark that was put
-- on or taken off. A doubt is the desk's: who takes it off need not be who had it.
create function throughline.record_marks() returns trigger language plpgsql as $$
declare
  pairs text := case tg_op
    when 'INSERT' then 'select n.item_id, n.user_id, null::jsonb as was, throughline.told_mark(n.kind, n.until, n.because) as became
      from became n'
    when 'DELETE' then 'select o.item_id, o.user_id, throughline.told_mark(o.kind, o.until, o.because) as was, null::jsonb as became
      from was o'
    else 'select n.item_id, n.user_id, throughline.told_mark(o.kind, o.until, o.because) as was,
        throughline.told_mark(n.kind, n.until, n.because) as became
      from became n join was o using (item_id, kind, user_id)' end;
begin
  execute format('insert into throughline.audit (actor, via, object, object_id, label, action, before, after)
    select coalesce(throughline.actor(), p.user_id), nullif(current_setting(''throughline.via'', true), ''''), ''item'',
      p.item_id::text, left(coalesce(r.title, ''''), 300),
      case when p.was is null then ''marked'' when p.became is null then ''mark taken off'' else ''changed'' end,
      coalesce(p.was, ''{}''), coalesce(p.became, ''{}'')
    from (%s) p
    join throughline.items i on i.id = p.item_id
    left join throughline.revisions r on r.id = i.current_revision_id
    where p.was is distinct from p.became
    order by p.item_id', pairs);
  return null;
end $$;
create trigger record_new_marks after insert on throughline.item_marks
  referencing new table as became for each statement execute function throughline.record_marks();
create trigger record_changed_marks after update on throughline.item_marks
  referencing old table as was new table as became for each statement execute function throughline.record_marks();
create trigger record_marks_taken_off after delete on throughline.item_marks
  referencing old table as was for each statement execute function throughline.record_marks();

-- The address of an item that went says when it went. Of what went before this was kept, nobody knows.
alter table throughline.forgotten_items add column forgotten_at timestamptz;
