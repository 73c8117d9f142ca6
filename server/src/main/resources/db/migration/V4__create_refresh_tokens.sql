CREATE TABLE refresh_tokens (
    digest     bytea       CONSTRAINT refresh_tokens_pkey PRIMARY KEY
                           CONSTRAINT refresh_tokens_digest_check CHECK (octet_length(digest) = 32), -- SHA-256 of the token.
    user_id    bigint      NOT NULL CONSTRAINT refresh_tokens_user_id_fkey REFERENCES accounts (id) ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);

-- For all of an account's tokens: when its credentials change, when it goes, and to sweep out the expired.
CREATE INDEX refresh_tokens_user_id_expires_at_idx ON refresh_tokens (user_id, expires_at);
