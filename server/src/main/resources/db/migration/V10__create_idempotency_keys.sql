-- The first answer to each request that had a key, kept with what the request changed.
CREATE TABLE idempotency_keys (
    account_id  bigint      NOT NULL CONSTRAINT idempotency_keys_account_id_fkey REFERENCES accounts (id) ON DELETE CASCADE,
    key         text        NOT NULL CONSTRAINT idempotency_keys_key_check CHECK (char_length(key) BETWEEN 1 AND 255),
    fingerprint text        NOT NULL, -- SHA-256 of the operation and its body, in hexadecimal digits.
    status      smallint    NOT NULL,
    location    text,
    entity_tag  text,
    body        text        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT idempotency_keys_pkey PRIMARY KEY (account_id, key)
);

-- To sweep out the expired.
CREATE INDEX idempotency_keys_created_at_idx ON idempotency_keys (created_at);
