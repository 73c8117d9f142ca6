-- What products are sorted by that changes often. A change of a price writes to the two indexes here, and to none of those
-- of products, where the new version stays on the page of the old one and in all that leads there (a heap-only tuple).
CREATE TABLE product_prices (
    product_id bigint         CONSTRAINT product_prices_pkey PRIMARY KEY,
    price      numeric(10, 2) NOT NULL
);

-- Without a foreign key, which would look for the product of each price that comes.
CREATE FUNCTION keep_product_prices() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    CASE TG_OP
        WHEN 'INSERT' THEN
            INSERT INTO product_prices SELECT id, price FROM changed_products;
        WHEN 'UPDATE' THEN
            UPDATE product_prices SET price = NEW.price WHERE product_id = NEW.id;
        WHEN 'DELETE' THEN
            DELETE FROM product_prices WHERE product_id = OLD.id;
        WHEN 'TRUNCATE' THEN
            TRUNCATE product_prices;
    END CASE;
    RETURN NULL;
END
$$;

CREATE TRIGGER product_prices_inserted AFTER INSERT ON products
    REFERENCING NEW TABLE AS changed_products
    FOR EACH STATEMENT EXECUTE FUNCTION keep_product_prices();

CREATE TRIGGER product_prices_updated AFTER UPDATE OF price ON products
    FOR EACH ROW WHEN (OLD.price <> NEW.price) EXECUTE FUNCTION keep_product_prices();

CREATE TRIGGER product_prices_deleted AFTER DELETE ON products
    FOR EACH ROW EXECUTE FUNCTION keep_product_prices();

CREATE TRIGGER product_prices_truncated AFTER TRUNCATE ON products
    FOR EACH STATEMENT EXECUTE FUNCTION keep_product_prices();

-- Last, when the triggers' lock keeps writers out.
INSERT INTO product_prices SELECT id, price FROM products;
CREATE INDEX product_prices_price_product_id_idx ON product_prices (price, product_id);
ANALYZE product_prices;

-- The products, to be found by their prices and read in the order of these. Price and id are those of the index.
CREATE VIEW products_by_price AS
SELECT product_id AS id, user_id, name, description, product_prices.price, stock, created_at, updated_at, version, words
FROM products JOIN product_prices ON product_id = products.id;

DROP INDEX products_price_id_idx;
ALTER TABLE products SET (fillfactor = 85); -- Room for each row's next versions on its page.
