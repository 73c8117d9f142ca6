INSERT INTO chirps (id, user_id, body)
SELECT gen_random_uuid(), uuid, 'What a fine day to be a bird.' FROM accounts WHERE id = :account FOR KEY SHARE
RETURNING id, position, user_id, body, created_at, updated_at;
