\set id random(1, :rows)
SELECT id, user_id, name, description, price, stock, created_at, updated_at, version FROM products WHERE id = :id;
