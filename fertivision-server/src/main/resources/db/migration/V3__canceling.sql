-- An analysis can be called off: at once while it waits, by its worker while it is measured.
ALTER TABLE analysis DROP CONSTRAINT analysis_status_check;
ALTER TABLE analysis ADD CONSTRAINT analysis_status_check
    CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'canceled'));
ALTER TABLE job
    ADD COLUMN stage           text CHECK (stage IN ('checking', 'measuring')),
    ADD COLUMN cancel_asked_at timestamptz;
