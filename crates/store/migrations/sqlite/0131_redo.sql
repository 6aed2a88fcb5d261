-- Where this file stands in its redo log: see the decision on it. One row; no log is needed while its epoch is 0.

CREATE TABLE redo (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    epoch   INTEGER NOT NULL CHECK (epoch >= 0),
    applied INTEGER NOT NULL CHECK (applied >= 0)
) STRICT;

INSERT INTO redo (id, epoch, applied) VALUES (1, 0, 0);
