-- The orders of the list beside the newest first; each is read in both directions.
CREATE INDEX products_price_id_idx ON products (price, id);
CREATE INDEX products_name_id_idx ON products (lower(name) COLLATE "C", id);

-- One account's, newest first, and still the cascade from accounts.
CREATE INDEX products_user_id_created_at_id_idx ON products (user_id, created_at, id);
DROP INDEX products_user_id_idx;
