CREATE TABLE accounts (
    id            bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT accounts_pkey PRIMARY KEY,
    uuid          uuid        NOT NULL DEFAULT gen_random_uuid() CONSTRAINT accounts_uuid_key UNIQUE,
    email         text        NOT NULL CONSTRAINT accounts_email_key UNIQUE -- Trimmed and in lower case.
                              CONSTRAINT accounts_email_check CHECK (char_length(email) BETWEEN 1 AND 254),
    password_hash text        NOT NULL,
    role          text        NOT NULL DEFAULT 'user' CONSTRAINT accounts_role_check CHECK (role IN ('user', 'admin')),
    is_chirpy_red boolean     NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_at    timestamptz NOT NULL DEFAULT now()
);
