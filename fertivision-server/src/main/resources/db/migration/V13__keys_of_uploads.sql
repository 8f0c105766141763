-- The key of an upload is one that there is, as everywhere else.
ALTER TABLE upload ADD FOREIGN KEY (data_key) REFERENCES data_key;
