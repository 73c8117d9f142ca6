\set id random(1, :rows)
\set cents random(100, 99999)
UPDATE products SET price = :cents / 100.0, updated_at = clock_timestamp(), version = version + 1
WHERE id = :id AND user_id = :account
RETURNING id, user_id, name, description, price, stock, created_at, updated_at, version;
