CREATE TABLE analysis (
    id            uuid PRIMARY KEY,
    tenant_id     uuid NOT NULL REFERENCES tenant,
    kind          text NOT NULL,
    request       text NOT NULL,
    status        text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'succeeded', 'failed')),
    created_at    timestamptz NOT NULL DEFAULT now(),
    completed_at  timestamptz,
    deleted_at    timestamptz,
    result        bytea,
    result_sha256 text,
    problem_code  text,
    problem       text
);
CREATE INDEX ON analysis (tenant_id, id DESC);

CREATE TABLE analysis_field (
    analysis_id uuid NOT NULL REFERENCES analysis,
    tenant_id   uuid NOT NULL REFERENCES tenant,
    field       int NOT NULL,
    blob        uuid NOT NULL,
    sha256      text NOT NULL,
    bytes       bigint NOT NULL,
    media_type  text NOT NULL,
    PRIMARY KEY (analysis_id, field)
);

-- The work on an analysis. An attempt holds a lease; whoever has lost it cannot write its result any more.
CREATE TABLE job (
    id          uuid PRIMARY KEY REFERENCES analysis,
    tenant_id   uuid NOT NULL REFERENCES tenant,
    state       text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'dead')),
    attempt     int NOT NULL DEFAULT 0,
    lease_owner uuid,
    lease_until timestamptz,
    progress    real NOT NULL DEFAULT 0
);
CREATE INDEX job_open ON job (id) WHERE state IN ('queued', 'running');
ALTER TABLE job SET (autovacuum_vacuum_scale_factor = 0.01);

CREATE TABLE idempotency (
    tenant_id   uuid NOT NULL REFERENCES tenant,
    key_mac     bytea NOT NULL,
    fingerprint text NOT NULL,
    analysis_id uuid NOT NULL REFERENCES analysis,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, key_mac)
);

-- Who did what, in a chain for each tenant: each row's hash covers the row before.
CREATE TABLE audit_head (
    tenant_id uuid PRIMARY KEY REFERENCES tenant,
    seq       bigint NOT NULL,
    hash      bytea NOT NULL
);
CREATE TABLE audit (
    tenant_id uuid NOT NULL REFERENCES tenant,
    seq       bigint NOT NULL,
    entry     text NOT NULL,
    hash      bytea NOT NULL,
    PRIMARY KEY (tenant_id, seq)
);
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'audit rows stay'; END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit EXECUTE FUNCTION refuse();

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['analysis', 'analysis_field', 'job', 'idempotency', 'audit_head', 'audit'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', kept);
        EXECUTE format('CREATE POLICY own ON %I TO fertivision_app USING (tenant_id = this_tenant())', kept);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO fertivision_app', kept);
    END LOOP;
END
$$;
GRANT UPDATE ON analysis, job, audit_head TO fertivision_app;
CREATE POLICY every ON job TO fertivision_system USING (true);
GRANT SELECT, UPDATE ON job TO fertivision_system;
