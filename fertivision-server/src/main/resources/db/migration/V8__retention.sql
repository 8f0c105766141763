-- What was deleted is purged after its days of grace: of an analysis stay its id and times, so that it is answered as gone.
ALTER TABLE analysis ADD COLUMN purged_at timestamptz, ALTER COLUMN request DROP NOT NULL;
CREATE INDEX ON analysis (tenant_id, deleted_at) WHERE deleted_at IS NOT NULL AND purged_at IS NULL;
CREATE INDEX ON analysis_field (blob);
CREATE INDEX ON upload_piece (blob);
GRANT DELETE ON analysis_field TO fertivision_app;
CREATE POLICY every ON analysis_field FOR SELECT TO fertivision_system USING (true);
CREATE POLICY every ON upload_piece FOR SELECT TO fertivision_system USING (true);
GRANT SELECT ON analysis_field, upload_piece TO fertivision_system;

-- Which database this is, so that images of another are never taken for nobody's.
CREATE TABLE database_identity (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    id  uuid NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO database_identity DEFAULT VALUES;
GRANT SELECT ON database_identity TO fertivision_system;
