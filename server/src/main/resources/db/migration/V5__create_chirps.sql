CREATE TABLE chirps (
    id         uuid        CONSTRAINT chirps_pkey PRIMARY KEY, -- Of version 7; PostgreSQL before 18 cannot make one.
    position   bigint      NOT NULL GENERATED ALWAYS AS IDENTITY, -- The order of acceptance.
    user_id    uuid        NOT NULL CONSTRAINT chirps_user_id_fkey REFERENCES accounts (uuid) ON DELETE CASCADE,
    -- 140 characters are sent. The filter can make 350 of them: seventy words of one letter, which become four asterisks
    -- each, and seventy spaces.
    body       text        NOT NULL CONSTRAINT chirps_body_check CHECK (btrim(body) <> '' AND char_length(body) <= 350),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);

-- The order of the list, and of one account's: read forwards, or backwards for the newest first.
CREATE INDEX chirps_created_at_position_idx ON chirps (created_at, position);

-- For the cascade from accounts, too.
CREATE INDEX chirps_user_id_created_at_position_idx ON chirps (user_id, created_at, position);
