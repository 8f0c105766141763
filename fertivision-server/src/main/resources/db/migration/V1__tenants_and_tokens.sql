-- Two roles that nobody logs in as. A transaction for a tenant takes fertivision_app, which sees the rows of the tenant that
-- the setting fertivision.tenant names; what comes before a tenant is known takes fertivision_system.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'fertivision_app') THEN
        CREATE ROLE fertivision_app NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'fertivision_system') THEN
        CREATE ROLE fertivision_system NOLOGIN;
    END IF;
END
$$;
GRANT fertivision_app, fertivision_system TO CURRENT_USER;

CREATE FUNCTION this_tenant() RETURNS uuid LANGUAGE sql STABLE
    AS $$ SELECT nullif(current_setting('fertivision.tenant', true), '')::uuid $$;

CREATE TABLE tenant (
    id         uuid PRIMARY KEY,
    name       text NOT NULL UNIQUE,
    suspended  boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE tenant ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON tenant FOR SELECT TO fertivision_app USING (id = this_tenant());
CREATE POLICY every ON tenant TO fertivision_system USING (true);
GRANT SELECT ON tenant TO fertivision_app;
GRANT SELECT, INSERT, UPDATE ON tenant TO fertivision_system;

CREATE TABLE token (
    id         uuid PRIMARY KEY,
    tenant_id  uuid NOT NULL REFERENCES tenant,
    key_id     text NOT NULL UNIQUE,
    secret_mac bytea NOT NULL,
    name       text NOT NULL,
    scopes     text[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
);
CREATE INDEX ON token (tenant_id, id);
ALTER TABLE token ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON token TO fertivision_app USING (tenant_id = this_tenant());
CREATE POLICY every ON token TO fertivision_system USING (true);
GRANT SELECT, INSERT, UPDATE ON token TO fertivision_app, fertivision_system;

-- The one-time secret that makes the first administrator; gone once used.
CREATE TABLE setup (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    secret_mac bytea NOT NULL,
    expires_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON setup TO fertivision_system;
