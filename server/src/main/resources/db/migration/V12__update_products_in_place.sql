-- A new version with the same indexed columns, and room on the page of the last one, needs no entry in any index (a heap-only
-- tuple). So the columns that change have none: product_prices has that of prices. In a transaction of its own, which waits
-- for this lock and holds no other.
DROP INDEX products_price_id_idx;
ALTER TABLE products SET (fillfactor = 85); -- The room, on pages that are filled from now on.
