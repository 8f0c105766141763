-- A file that comes in pieces. A piece is a blob; what counts as received is on the disk.
CREATE TABLE upload (
    id         uuid PRIMARY KEY,
    tenant_id  uuid NOT NULL REFERENCES tenant,
    media_type text NOT NULL,
    bytes      bigint NOT NULL CHECK (bytes > 0),
    received   bigint NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND bytes),
    sha256     text,
    data_key   uuid NOT NULL, -- under which the pieces are sealed
    state      text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'complete', 'expired', 'deleted')),
    expires_at timestamptz NOT NULL
);
CREATE INDEX upload_kept ON upload (tenant_id) WHERE state IN ('open', 'complete');

CREATE TABLE upload_piece (
    upload_id uuid NOT NULL REFERENCES upload,
    tenant_id uuid NOT NULL REFERENCES tenant,
    first     bigint NOT NULL,
    blob      uuid NOT NULL,
    sha256    text NOT NULL,
    bytes     bigint NOT NULL,
    PRIMARY KEY (upload_id, first)
);

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['upload', 'upload_piece'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', kept);
        EXECUTE format('CREATE POLICY own ON %I TO fertivision_app USING (tenant_id = this_tenant())', kept);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO fertivision_app', kept);
    END LOOP;
END
$$;
GRANT UPDATE ON upload TO fertivision_app;
GRANT DELETE ON upload_piece TO fertivision_app;
CREATE POLICY every ON upload FOR SELECT TO fertivision_system USING (true);
GRANT SELECT ON upload TO fertivision_system;
