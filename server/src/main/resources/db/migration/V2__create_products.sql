CREATE TABLE products (
    id          bigint         GENERATED ALWAYS AS IDENTITY CONSTRAINT products_pkey PRIMARY KEY,
    user_id     bigint         NOT NULL CONSTRAINT products_user_id_fkey REFERENCES accounts (id) ON DELETE CASCADE,
    name        text           NOT NULL CONSTRAINT products_name_check CHECK (char_length(btrim(name)) BETWEEN 1 AND 200),
    description text           CONSTRAINT products_description_check CHECK (char_length(description) <= 10000),
    price       numeric(10, 2) NOT NULL CONSTRAINT products_price_check CHECK (price BETWEEN 0 AND 99999999.99),
    stock       integer        NOT NULL DEFAULT 0 CONSTRAINT products_stock_check CHECK (stock >= 0),
    created_at  timestamptz    NOT NULL DEFAULT now(),
    updated_at  timestamptz    NOT NULL DEFAULT now()
);

-- The order of the list, read backwards.
CREATE INDEX products_created_at_id_idx ON products (created_at, id);

-- For the cascade from accounts.
CREATE INDEX products_user_id_idx ON products (user_id);
