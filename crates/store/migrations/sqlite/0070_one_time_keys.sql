-- The key of one-time passwords that a login needs beside its password, encrypted; NULL: it needs none.

ALTER TABLE credential ADD COLUMN one_time_key BLOB;
