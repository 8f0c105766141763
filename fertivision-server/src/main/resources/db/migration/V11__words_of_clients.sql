-- What clients typed freely is kept sealed only. Before this script media types, names of unknown kinds and words that were
-- quoted in problems stood here as they were typed.
ALTER TABLE analysis NO FORCE ROW LEVEL SECURITY;
ALTER TABLE analysis_field NO FORCE ROW LEVEL SECURITY;
ALTER TABLE upload NO FORCE ROW LEVEL SECURITY;
ALTER TABLE batch_item NO FORCE ROW LEVEL SECURITY;
UPDATE analysis SET kind = 'unknown' WHERE problem_code = 'unknown-plugin';
UPDATE analysis SET problem = 'What was wrong with the request is not kept.'
    WHERE problem_code IN ('invalid-request', 'unknown-plugin', 'unknown-parameter', 'parameter-out-of-range');
UPDATE batch_item SET problem = 'What was wrong with the request is not kept.'
    WHERE problem_code IN ('invalid-request', 'unknown-plugin', 'unknown-parameter', 'parameter-out-of-range');
UPDATE analysis_field SET media_type = 'application/octet-stream'
    WHERE media_type NOT IN ('image/jpeg', 'image/png', 'image/tiff', 'image/gif', 'image/bmp', 'video/x-msvideo');
UPDATE upload SET media_type = 'application/octet-stream'
    WHERE media_type NOT IN ('image/jpeg', 'image/png', 'image/tiff', 'image/gif', 'image/bmp', 'video/x-msvideo');
ALTER TABLE analysis FORCE ROW LEVEL SECURITY;
ALTER TABLE analysis_field FORCE ROW LEVEL SECURITY;
ALTER TABLE upload FORCE ROW LEVEL SECURITY;
ALTER TABLE batch_item FORCE ROW LEVEL SECURITY;
