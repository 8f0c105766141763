-- What a clinic puts at the head of its reports.
CREATE TABLE letterhead (
    tenant_id uuid PRIMARY KEY REFERENCES tenant,
    lines     text[] NOT NULL
);
ALTER TABLE letterhead ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON letterhead TO fertivision_app USING (tenant_id = this_tenant());
GRANT SELECT, INSERT, UPDATE ON letterhead TO fertivision_app;
