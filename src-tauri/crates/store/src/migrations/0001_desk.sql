-- The desk of version 1.
--
-- Times are milliseconds since 1970 in UTC, dates `YYYY-MM-DD`, hashes SHA-256 in lower-case
-- hexadecimal. Content, office and library pieces are JSON as the model writes them.

CREATE TABLE desk (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    office TEXT NOT NULL
);

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Sections and tags. Both are names under which releases stand; they are renamed, coloured and
-- merged alike. Numbers are never used twice, because the search index names labels by number.
CREATE TABLE label (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sort TEXT NOT NULL CHECK (sort IN ('section', 'tag')),
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    colour TEXT,
    releases INTEGER NOT NULL DEFAULT 0,
    UNIQUE (sort, folded)
);

-- The words of the search index that stand for a label. A merge moves them to the label that
-- stays, so that it costs the same however many releases change.
CREATE TABLE label_word (
    word INTEGER PRIMARY KEY,
    label INTEGER NOT NULL REFERENCES label (id) ON DELETE CASCADE
);
CREATE INDEX label_word_of_label ON label_word (label);

-- Renames, merges and removals of labels, with what it takes to undo them.
CREATE TABLE label_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    sentence TEXT NOT NULL,
    undo TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE content (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL,
    json TEXT NOT NULL
);

-- A revision's number is never used twice: a save that names one that was thinned away must find
-- that it is gone, not another in its place.
CREATE TABLE revision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    release INTEGER NOT NULL REFERENCES release (id),
    number INTEGER NOT NULL,
    content INTEGER NOT NULL REFERENCES content (id),
    section TEXT NOT NULL,
    tags TEXT NOT NULL,
    cause TEXT NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    burst INTEGER,
    source TEXT
);
CREATE INDEX revision_of_release ON revision (release, id);
CREATE INDEX revision_of_content ON revision (content);

-- `position` is the reading order and the row number in the search index; see `position.rs`. What
-- a list shows is copied here from the content, so that no page of a list reads any text.
CREATE TABLE release (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    position INTEGER NOT NULL UNIQUE,
    revision INTEGER NOT NULL REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
    reference TEXT,
    section INTEGER REFERENCES label (id),
    stage TEXT NOT NULL,
    trashed INTEGER NOT NULL DEFAULT 0,
    approved_by TEXT,
    approved_at INTEGER,
    approved_hash TEXT,
    withdrawal TEXT,
    release_at INTEGER,
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    headline TEXT NOT NULL,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    date TEXT,
    embargo_until INTEGER,
    embargo_zone TEXT,
    -- The last change of labels that its entry in the search index knows of.
    label_change INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX release_in_order ON release (trashed, position);
CREATE INDEX release_of_revision ON release (revision);
CREATE INDEX release_of_section ON release (section) WHERE section IS NOT NULL;
CREATE INDEX release_of_reference ON release (reference) WHERE reference IS NOT NULL;
CREATE INDEX release_under_embargo ON release (embargo_until) WHERE embargo_until IS NOT NULL;
CREATE INDEX release_planned ON release (release_at) WHERE release_at IS NOT NULL;

CREATE TABLE release_tag (
    release INTEGER NOT NULL REFERENCES release (id),
    label INTEGER NOT NULL REFERENCES label (id),
    PRIMARY KEY (release, label)
) WITHOUT ROWID;
CREATE INDEX release_tag_of_label ON release_tag (label);

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES release (id),
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    what TEXT NOT NULL,
    from_stage TEXT NOT NULL,
    to_stage TEXT NOT NULL,
    why TEXT,
    hash TEXT NOT NULL,
    revision INTEGER NOT NULL REFERENCES revision (id)
);
CREATE INDEX event_of_release ON event (release, id);
CREATE INDEX event_of_revision ON event (revision);

-- Translations: which release each was made from, and from which of its revisions.
CREATE TABLE edition (
    release INTEGER PRIMARY KEY REFERENCES release (id),
    source INTEGER NOT NULL REFERENCES release (id),
    source_revision INTEGER NOT NULL REFERENCES revision (id)
);
CREATE INDEX edition_of_source ON edition (source);
CREATE INDEX edition_of_revision ON edition (source_revision);

-- Speakers' consent to their words, word for word.
CREATE TABLE sign_off (
    id INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES release (id),
    speaker TEXT NOT NULL,
    words TEXT NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX sign_off_of_release ON sign_off (release, id);

-- The last reference number given in a year.
CREATE TABLE numbering (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
);

-- The library: contacts, boilerplates, people, places.
CREATE TABLE piece (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sort TEXT NOT NULL CHECK (sort IN ('contact', 'boilerplate', 'person', 'place')),
    name TEXT NOT NULL,
    json TEXT NOT NULL
);
CREATE INDEX piece_by_name ON piece (sort, name);

-- Which releases hold which pieces in their head revision. Pieces that were removed from the
-- library stay in the releases that hold them.
CREATE TABLE piece_use (
    piece INTEGER NOT NULL,
    release INTEGER NOT NULL REFERENCES release (id),
    PRIMARY KEY (piece, release)
) WITHOUT ROWID;
CREATE INDEX piece_use_of_release ON piece_use (release);

CREATE TABLE picture (
    hash TEXT PRIMARY KEY,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes BLOB NOT NULL
);

CREATE TABLE bulletin (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    masthead TEXT NOT NULL,
    issue TEXT NOT NULL,
    date TEXT,
    language TEXT NOT NULL,
    introduction TEXT NOT NULL,
    form TEXT NOT NULL,
    embargoed TEXT NOT NULL
);

CREATE TABLE bulletin_item (
    bulletin INTEGER NOT NULL REFERENCES bulletin (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    release INTEGER NOT NULL REFERENCES release (id),
    PRIMARY KEY (bulletin, place)
) WITHOUT ROWID;
CREATE INDEX bulletin_item_of_release ON bulletin_item (release);

CREATE TABLE export (
    id INTEGER PRIMARY KEY,
    release INTEGER REFERENCES release (id),
    revision INTEGER REFERENCES revision (id),
    bulletin INTEGER,
    format TEXT NOT NULL,
    path TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    draft INTEGER NOT NULL,
    at INTEGER NOT NULL,
    author TEXT NOT NULL
);
CREATE INDEX export_of_release ON export (release, id);
CREATE INDEX export_of_revision ON export (revision);
CREATE INDEX export_of_bulletin ON export (bulletin, id);
CREATE INDEX export_to_path ON export (path, id);

-- The search index; see `index.rs`.
CREATE VIRTUAL TABLE words USING fts5 (
    text, content = '', contentless_delete = 1, tokenize = 'ascii'
);
-- Words gather in memory, up to so many bytes, before they become a segment: an archive that comes in
-- makes a few large ones instead of hundreds that must be merged again.
INSERT INTO words (words, rank) VALUES ('hashsize', 8388608);

-- Counts are kept, not counted: how many releases stand in each stage, and in the trash. The
-- labels keep their own.
CREATE TABLE tally (
    queue TEXT PRIMARY KEY,
    n INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO tally (queue, n) VALUES
    ('draft', 0), ('review', 0), ('approved', 0), ('released', 0), ('corrected', 0),
    ('withdrawn', 0), ('trash', 0);

CREATE TRIGGER release_counts_in AFTER INSERT ON release BEGIN
    UPDATE tally SET n = n + 1 WHERE queue = iif(new.trashed, 'trash', new.stage);
    UPDATE label SET releases = releases + 1 WHERE id = new.section AND NOT new.trashed;
END;

CREATE TRIGGER release_counts_over AFTER UPDATE OF stage, trashed, section ON release
WHEN old.stage <> new.stage OR old.trashed <> new.trashed OR old.section IS NOT new.section BEGIN
    UPDATE tally SET n = n - 1 WHERE queue = iif(old.trashed, 'trash', old.stage);
    UPDATE tally SET n = n + 1 WHERE queue = iif(new.trashed, 'trash', new.stage);
    UPDATE label SET releases = releases - 1 WHERE id = old.section AND NOT old.trashed;
    UPDATE label SET releases = releases + 1 WHERE id = new.section AND NOT new.trashed;
    UPDATE label SET releases = releases + old.trashed - new.trashed
    WHERE old.trashed <> new.trashed
        AND id IN (SELECT label FROM release_tag WHERE release = new.id);
END;

CREATE TRIGGER tag_counts_in AFTER INSERT ON release_tag BEGIN
    UPDATE label SET releases = releases + 1
    WHERE id = new.label AND (SELECT NOT trashed FROM release WHERE id = new.release);
END;

CREATE TRIGGER tag_counts_out AFTER DELETE ON release_tag BEGIN
    UPDATE label SET releases = releases - 1
    WHERE id = old.label AND (SELECT NOT trashed FROM release WHERE id = old.release);
END;

CREATE TRIGGER tag_counts_over AFTER UPDATE OF label ON release_tag BEGIN
    UPDATE label SET releases = releases - 1
    WHERE id = old.label AND (SELECT NOT trashed FROM release WHERE id = old.release);
    UPDATE label SET releases = releases + 1
    WHERE id = new.label AND (SELECT NOT trashed FROM release WHERE id = new.release);
END;
