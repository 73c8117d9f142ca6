INSERT INTO products (user_id, name, description, price, stock)
SELECT id, 'Desk lamp', 'Warm light.', 19.90, 3 FROM accounts WHERE id = :account FOR KEY SHARE
RETURNING id, user_id, name, description, price, stock, created_at, updated_at, version;
