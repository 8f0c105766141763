-- What persons said of an analysis, one version after the other; the analysis itself is never changed. Words and the amended
-- result are sealed under the key of the analysis.
CREATE TABLE review (
    id            uuid PRIMARY KEY,
    analysis_id   uuid NOT NULL REFERENCES analysis,
    tenant_id     uuid NOT NULL REFERENCES tenant,
    version       int NOT NULL CHECK (version > 0),
    act           text NOT NULL CHECK (act IN ('correct', 'undo', 'accept', 'reject', 'sign')),
    state         text NOT NULL CHECK (state IN ('unsigned', 'accepted', 'rejected', 'signed')),
    actor         uuid NOT NULL,
    said          bytea NOT NULL,
    result        bytea,
    result_sha256 text NOT NULL,
    made_at       timestamptz NOT NULL,
    UNIQUE (analysis_id, version)
);
ALTER TABLE review ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON review TO fertivision_app USING (tenant_id = this_tenant());
GRANT SELECT, INSERT ON review TO fertivision_app;
