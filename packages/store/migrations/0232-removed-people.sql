-- Whoever was removed comes back without what let others in: their tokens and open invitations end with them.
update throughline.api_tokens t set revoked_at = u.removed_at from throughline.users u
  where u.id = t.user_id and u.removed_at is not null and t.revoked_at is null;
update throughline.invitations i set revoked_at = u.removed_at from throughline.users u
  where u.id = i.created_by and u.removed_at is not null and i.accepted_at is null and i.revoked_at is null;
