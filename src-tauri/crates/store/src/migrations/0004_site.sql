-- Sites: one export of many releases. A page is a row of numbers and its path, so that ten thousand
-- are written down in a few hundredths of a second.

CREATE TABLE site_run (
    id INTEGER PRIMARY KEY,
    folder TEXT NOT NULL,
    theme TEXT NOT NULL,
    at INTEGER NOT NULL,
    author TEXT NOT NULL
);

CREATE TABLE site_page (
    release INTEGER NOT NULL REFERENCES release (id),
    run INTEGER NOT NULL REFERENCES site_run (id),
    revision INTEGER NOT NULL,
    path TEXT NOT NULL,
    file_hash BLOB NOT NULL,
    PRIMARY KEY (release, run)
) WITHOUT ROWID;
