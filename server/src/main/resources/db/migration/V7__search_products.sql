-- The words of a product, whatever the language: without stems and without stop words. The separator keeps the name's last
-- word and the description's first apart.
ALTER TABLE products ADD COLUMN words tsvector NOT NULL
    GENERATED ALWAYS AS (to_tsvector('simple', name || ' ' || coalesce(description, ''))) STORED;

-- Without a list of pending entries, which every search would have to read.
CREATE INDEX products_words_idx ON products USING gin (words) WITH (fastupdate = off);
