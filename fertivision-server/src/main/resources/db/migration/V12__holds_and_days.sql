-- What must not go while somebody may want it before a court: an analysis, a subject with all that is of it, or, where neither
-- is named, everything of the tenant. Why is sealed under a key of the hold.
CREATE TABLE legal_hold (
    id          uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES tenant,
    analysis_id uuid REFERENCES analysis,
    subject_id  uuid REFERENCES subject,
    data_key    uuid NOT NULL REFERENCES data_key,
    reason      bytea NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    ended_at    timestamptz,
    CHECK (analysis_id IS NULL OR subject_id IS NULL)
);
CREATE INDEX ON legal_hold (tenant_id) WHERE ended_at IS NULL;

-- For how many days a tenant keeps what; without a row there is no end.
CREATE TABLE retention_days (
    tenant_id uuid NOT NULL REFERENCES tenant,
    class     text NOT NULL CHECK (class IN ('analysis', 'idempotency')),
    days      int NOT NULL CHECK (days > 0),
    PRIMARY KEY (tenant_id, class)
);

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['legal_hold', 'retention_days'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', kept);
        EXECUTE format('CREATE POLICY own ON %I TO fertivision_app USING (tenant_id = this_tenant())', kept);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO fertivision_app', kept);
    END LOOP;
END
$$;
GRANT UPDATE ON legal_hold TO fertivision_app;
GRANT DELETE ON retention_days, idempotency TO fertivision_app;

CREATE FUNCTION is_held(analysis uuid, subject uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM legal_hold h WHERE h.ended_at IS NULL
        AND (h.analysis_id = analysis OR h.subject_id = subject OR h.analysis_id IS NULL AND h.subject_id IS NULL))
$$;
