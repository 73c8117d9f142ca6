SELECT id, position, user_id, body, created_at, updated_at
FROM chirps WHERE user_id = :author AND (created_at, position) < ('infinity', 0)
ORDER BY created_at DESC, position DESC LIMIT 101;
