-- Which role of an account gave a task, by its login: what it may is looked up anew when its turn comes.

ALTER TABLE task ADD COLUMN realm TEXT;
ALTER TABLE task ADD COLUMN login TEXT CHECK ((login IS NULL) = (realm IS NULL));
