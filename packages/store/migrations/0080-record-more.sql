-- What the record left out.

-- Whoever opens a sign-in link is that person from then on: who made it is part of who decided what. A link that the
-- command line makes has no actor.
create function throughline.record_sign_in_link() returns trigger language plpgsql as $$
begin
  perform throughline.record('person', new.user_id::text, 'sign-in link',
    (select u.name from throughline.users u where u.id = new.user_id), 'added', '{}',
    jsonb_build_object('expires_at', new.expires_at), throughline.actor());
  return null;
end $$;
create trigger record_sign_in_links after insert on throughline.sign_in_links
  for each row execute function throughline.record_sign_in_link();

-- What became public, and who took it back.
create trigger record_published_versions after insert on throughline.published_versions
  for each row execute function throughline.record_row('storyline', 'storyline_id', 'note', 'published version',
    'number,revision,kind,note');
create trigger record_withdrawals after update of withdrawn_at on throughline.publications
  for each row execute function throughline.record_row('storyline', 'storyline_id', 'url', 'public page', 'withdrawn_at');
