-- Comments on a text. A thread stands on the words under the mark of its id; `words` is what they
-- were when it began, so that it can be read when they are gone.

CREATE TABLE thread (
    id TEXT PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES release (id),
    words TEXT NOT NULL,
    resolved_by TEXT,
    resolved_at INTEGER
);
CREATE INDEX thread_of_release ON thread (release);

CREATE TABLE comment (
    id INTEGER PRIMARY KEY,
    thread TEXT NOT NULL REFERENCES thread (id),
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX comment_of_thread ON comment (thread, id);
