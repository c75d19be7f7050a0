-- Reasons of stories become data (schema: StoryReason), so that a screen says them in its reader's language.

-- What the desk wrote in English until now, read back; whatever else stands there is kept as it was told.
create function throughline.read_story_reason(said text) returns jsonb language sql immutable as $$
  select case
    when said = 'first report' then '{"kind": "first"}'
    when said = 'the same item again' then '{"kind": "again"}'
    when said = 'a curator put it there' then '{"kind": "curator", "did": "put"}'
    when said ~ '^likeness [01]\.\d+$'
      then jsonb_build_object('kind', 'likeness', 'value', substring(said from 10)::numeric)
    when said ~ '^same words? \(.+\)$'
      then jsonb_build_object('kind', 'words', 'words', string_to_array(substring(said from '\((.+)\)$'), ', '))
    when said ~ '^same (names?|figures?|names? and figures?) \(.+\)$' then (
      select jsonb_build_object('kind', 'same',
        'names', coalesce(jsonb_agg(part order by place) filter (where part !~ '^[0-9٠-٩۰-۹०-९]'), '[]'),
        'figures', coalesce(jsonb_agg(part order by place) filter (where part ~ '^[0-9٠-٩۰-۹०-९]'), '[]'))
      from unnest(string_to_array(substring(said from '\((.+)\)$'), ', ')) with ordinality as parts(part, place))
    when said ~ '^(copy|same text, shorter or longer|edited version|update): \d+% of the wording$'
      then jsonb_build_object('kind', 'wording',
        'relation', case substring(said from '^[^:]+')
          when 'copy' then 'duplicate' when 'edited version' then 'version' when 'update' then 'update'
          else 'excerpt' end,
        'percent', substring(said from ': (\d+)%')::int)
    when said ~ '^new figures: .'
      then jsonb_build_object('kind', 'new_figures', 'figures', string_to_array(substring(said from 14), ', '))
    when said ~ '^both name .'
      then jsonb_build_object('kind', 'both_name', 'names', string_to_array(substring(said from 11), ', '))
    when said ~ '^both give .'
      then jsonb_build_object('kind', 'both_give', 'figures', string_to_array(substring(said from 11), ', '))
    else jsonb_build_object('kind', 'told', 'text', said)
  end
$$;
create function throughline.read_story_reasons(said text[]) returns jsonb language sql immutable as $$
  select coalesce(jsonb_agg(throughline.read_story_reason(one) order by place), '[]')
  from unnest(said) with ordinality as every_one(one, place)
  -- An empty one says nothing.
  where one <> ''
$$;

alter table throughline.story_members
  alter column reasons drop default,
  alter column reasons type jsonb using throughline.read_story_reasons(reasons),
  alter column reasons set default '[]';
alter table throughline.story_links
  alter column reasons type jsonb using throughline.read_story_reasons(reasons);

drop function throughline.read_story_reasons(text[]);
drop function throughline.read_story_reason(text);
