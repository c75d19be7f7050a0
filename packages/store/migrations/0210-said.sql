-- What is wrong with a source is kept as data (`Said` of the schema package), so that each reader gets it in their own
-- language. What older versions wrote stays readable in their words.
alter table throughline.sources alter column cause type jsonb using
  case when cause is not null then jsonb_build_object('code', 'told', 'named', cause) end;
alter table throughline.fetches alter column message type jsonb using
  case when message is not null then jsonb_build_object('code', 'told', 'named', message) end;
alter table throughline.fetches rename column message to said;
update throughline.imports set problems = coalesce(
  (select jsonb_agg(jsonb_build_object('code', 'told', 'named', p) order by n)
   from jsonb_array_elements_text(problems) with ordinality t(p, n)), '[]');
