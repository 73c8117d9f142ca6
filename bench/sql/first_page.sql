SELECT id, user_id, name, description, price, stock, created_at, updated_at, version
FROM products ORDER BY created_at DESC, id DESC LIMIT 21;
