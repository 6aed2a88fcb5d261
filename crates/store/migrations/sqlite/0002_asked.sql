-- The request that a notice or a transfer ends, so that protocols can name it: a document.

ALTER TABLE notice ADD COLUMN asked TEXT;
ALTER TABLE transfer ADD COLUMN asked TEXT;
