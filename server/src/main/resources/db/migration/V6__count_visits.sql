-- How often the site was visited since the last reset, at all instances together: one row.
CREATE TABLE visits (
    singleton boolean NOT NULL DEFAULT true CONSTRAINT visits_pkey PRIMARY KEY
                      CONSTRAINT visits_singleton_check CHECK (singleton),
    total     bigint  NOT NULL DEFAULT 0 CONSTRAINT visits_total_check CHECK (total >= 0)
);

INSERT INTO visits DEFAULT VALUES;
