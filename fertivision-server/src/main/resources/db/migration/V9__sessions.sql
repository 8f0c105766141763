-- Persons who sign in at the page, and their sessions. Of a password only its salted and slow hash is kept, of the secret in a
-- session's cookie only a code of it.
CREATE TABLE account (
    id           uuid PRIMARY KEY,
    tenant_id    uuid NOT NULL REFERENCES tenant,
    login        text NOT NULL,
    name         text NOT NULL,
    password     text NOT NULL,
    scopes       text[] NOT NULL,
    failures     int NOT NULL DEFAULT 0,
    locked_until timestamptz,
    created_at   timestamptz NOT NULL DEFAULT now(),
    closed_at    timestamptz,
    UNIQUE (tenant_id, login)
);

CREATE TABLE web_session (
    code       text PRIMARY KEY,
    tenant_id  uuid NOT NULL REFERENCES tenant,
    account_id uuid NOT NULL REFERENCES account,
    created_at timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL
);
CREATE INDEX ON web_session (account_id);

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['account', 'web_session'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', kept);
        EXECUTE format('CREATE POLICY own ON %I TO fertivision_app USING (tenant_id = this_tenant())', kept);
        EXECUTE format('CREATE POLICY every ON %I TO fertivision_system USING (true)', kept);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO fertivision_app, fertivision_system', kept);
    END LOOP;
END
$$;
GRANT DELETE ON web_session TO fertivision_app, fertivision_system;
