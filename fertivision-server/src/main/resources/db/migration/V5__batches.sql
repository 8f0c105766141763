-- Many analyses handed in together. An item is an analysis, or the reason why it became none.
CREATE TABLE batch (
    id          uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES tenant,
    key_mac     bytea NOT NULL,
    fingerprint text NOT NULL,
    items       int NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (tenant_id, key_mac)
);

CREATE TABLE batch_item (
    batch_id     uuid NOT NULL REFERENCES batch,
    tenant_id    uuid NOT NULL REFERENCES tenant,
    item         int NOT NULL,
    analysis_id  uuid,
    problem_code text,
    problem      text,
    PRIMARY KEY (batch_id, item),
    CHECK ((analysis_id IS NULL) = (problem_code IS NOT NULL))
);

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['batch', 'batch_item'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', kept);
        EXECUTE format('CREATE POLICY own ON %I TO fertivision_app USING (tenant_id = this_tenant())', kept);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO fertivision_app', kept);
    END LOOP;
END
$$;
