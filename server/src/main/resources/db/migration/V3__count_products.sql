-- The size of the catalogue is the sum of these slots: sixteen, so that writers seldom wait for each other's row.
CREATE TABLE product_totals (
    slot     smallint CONSTRAINT product_totals_pkey PRIMARY KEY,
    products bigint   NOT NULL DEFAULT 0
) WITH (fillfactor = 10); -- Room for each row's next versions on its page, so that no index is touched.

INSERT INTO product_totals (slot) SELECT generate_series(0, 15);

-- A connection always takes the same slot, so no two transactions can deadlock over slots alone. One that writes products
-- in several statements holds its slot from the first to the end, and others of that slot wait for it.
CREATE FUNCTION count_products() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    change bigint;
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        UPDATE product_totals SET products = 0;
        RETURN NULL;
    END IF;
    SELECT CASE TG_OP WHEN 'INSERT' THEN count(*) ELSE -count(*) END INTO change FROM changed_products;
    IF change <> 0 THEN
        UPDATE product_totals SET products = products + change WHERE slot = pg_backend_pid() % 16;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER products_inserted AFTER INSERT ON products
    REFERENCING NEW TABLE AS changed_products
    FOR EACH STATEMENT EXECUTE FUNCTION count_products();

CREATE TRIGGER products_deleted AFTER DELETE ON products
    REFERENCING OLD TABLE AS changed_products
    FOR EACH STATEMENT EXECUTE FUNCTION count_products();

CREATE TRIGGER products_truncated AFTER TRUNCATE ON products
    FOR EACH STATEMENT EXECUTE FUNCTION count_products();

-- Last, when the triggers' lock keeps writers out.
UPDATE product_totals SET products = (SELECT count(*) FROM products) WHERE slot = 0;
