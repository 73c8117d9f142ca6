-- The price of each product, in a table of its own that has the index of prices. Without a foreign key, which would look
-- for the product of each price that comes.
CREATE TABLE product_prices (
    product_id bigint         CONSTRAINT product_prices_pkey PRIMARY KEY,
    price      numeric(10, 2) NOT NULL
);

-- Changes and deletions go row by row: a join with all rows of a statement would be planned once for a connection, for as
-- many as there are then.
CREATE FUNCTION keep_product_prices() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    CASE TG_OP
        WHEN 'INSERT' THEN
            INSERT INTO product_prices SELECT id, price FROM created_products;
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
    REFERENCING NEW TABLE AS created_products
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

-- The products, with the price and the id of that index, so that it can be read in its order from any place on.
CREATE VIEW products_by_price AS
SELECT product_id AS id, user_id, name, description, product_prices.price, stock, created_at, updated_at, version, words
FROM products JOIN product_prices ON product_id = products.id;
