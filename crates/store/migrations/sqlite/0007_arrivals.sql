-- What the gaining sponsor wants a domain to have from its transfer on: a document, until the transfer ends.

ALTER TABLE transfer ADD COLUMN arrival TEXT;
