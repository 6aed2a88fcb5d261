-- A transfer that was asked for without the authInfo: nobody but the losing sponsor can agree to it.

ALTER TABLE transfer ADD COLUMN needs_sponsor INTEGER NOT NULL DEFAULT 0;
