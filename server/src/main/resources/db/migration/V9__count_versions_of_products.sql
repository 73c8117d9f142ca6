-- How often a product was written: what its entity tag tells apart.
ALTER TABLE products ADD COLUMN version bigint NOT NULL DEFAULT 1;
