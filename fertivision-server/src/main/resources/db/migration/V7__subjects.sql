-- Persons of whom specimens come, under a pseudonym that the server made. What the clinic calls them is sealed under the key
-- of the subject; an external id is found again by its code under a key of the tenant.
CREATE TABLE subject (
    id             uuid PRIMARY KEY,
    tenant_id      uuid NOT NULL REFERENCES tenant,
    pseudonym      text NOT NULL,
    data_key       uuid NOT NULL REFERENCES data_key,
    person         bytea,
    external_index bytea,
    created_at     timestamptz NOT NULL DEFAULT now(),
    deleted_at     timestamptz,
    UNIQUE (tenant_id, pseudonym),
    UNIQUE (tenant_id, external_index),
    CHECK (deleted_at IS NULL OR person IS NULL AND external_index IS NULL)
);
CREATE INDEX ON subject (tenant_id, id DESC);

CREATE TABLE index_key (
    tenant_id uuid PRIMARY KEY REFERENCES tenant,
    data_key  uuid NOT NULL REFERENCES data_key
);

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['subject', 'index_key'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', kept);
        EXECUTE format('CREATE POLICY own ON %I TO fertivision_app USING (tenant_id = this_tenant())', kept);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO fertivision_app', kept);
    END LOOP;
END
$$;
GRANT UPDATE ON subject TO fertivision_app;

-- Whose specimen it is, and how old an embryo; what cycle and sample are called is sealed.
ALTER TABLE analysis
    ADD COLUMN subject_id      uuid REFERENCES subject,
    ADD COLUMN origin          bytea,
    ADD COLUMN development_day int;
CREATE INDEX ON analysis (subject_id, id DESC) WHERE subject_id IS NOT NULL;
