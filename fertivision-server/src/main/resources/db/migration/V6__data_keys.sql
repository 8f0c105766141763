-- The keys of what is sealed, each wrapped under the master key (whose number stands in master) or under another data key.
-- A key that was destroyed has no bytes left.
CREATE TABLE data_key (
    id           uuid PRIMARY KEY,
    tenant_id    uuid NOT NULL REFERENCES tenant,
    over         uuid REFERENCES data_key,
    master       int,
    wrapped      bytea,
    created_at   timestamptz NOT NULL DEFAULT now(),
    destroyed_at timestamptz,
    CHECK ((over IS NULL) = (master IS NOT NULL)),
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);
ALTER TABLE data_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON data_key TO fertivision_app USING (tenant_id = this_tenant());
CREATE POLICY every ON data_key TO fertivision_system USING (true);
GRANT SELECT, INSERT, UPDATE ON data_key TO fertivision_app;
GRANT SELECT, UPDATE ON data_key TO fertivision_system;

-- What was asked and what came of it are sealed under the key of the analysis, as its images are.
ALTER TABLE analysis DROP COLUMN request;
ALTER TABLE analysis ADD COLUMN request bytea NOT NULL, ADD COLUMN data_key uuid NOT NULL REFERENCES data_key;
