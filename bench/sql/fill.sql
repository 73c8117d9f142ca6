-- :rows products and as many chirps, of one account.
TRUNCATE products, chirps RESTART IDENTITY;
INSERT INTO products (user_id, name, description, price, stock, created_at)
SELECT :account, 'Product ' || i, 'Something to be sold, with the number ' || i || '.', (i % 100000) / 100.0, i % 50,
       now() - (:rows - i) * interval '1 s'
FROM generate_series(1, :rows) AS i;
INSERT INTO chirps (id, user_id, body, created_at)
SELECT gen_random_uuid(), uuid, 'Chirp number ' || i || ' of a bird.', now() - (:rows - i) * interval '1 s'
FROM generate_series(1, :rows) AS i, accounts
WHERE accounts.id = :account;
VACUUM ANALYZE products, product_prices, chirps;
CHECKPOINT;
