-- What the checks remember on the desk: the things that releases say, and the findings that were
-- accepted.

-- A thing in one way of writing it, and how many releases write it so. See `mention.rs`.
CREATE TABLE saying (
    id INTEGER PRIMARY KEY,
    what TEXT NOT NULL,
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    releases INTEGER NOT NULL,
    UNIQUE (what, key, text)
);

-- Which releases say what. `position` is the release's own, so that the newest comes last.
CREATE TABLE mention (
    saying INTEGER NOT NULL REFERENCES saying (id),
    position INTEGER NOT NULL,
    release INTEGER NOT NULL REFERENCES release (id),
    PRIMARY KEY (saying, position)
) WITHOUT ROWID;
CREATE INDEX mention_of_release ON mention (release, saying);

-- Whether the mentions of a release are those of the words it stands at.
ALTER TABLE release ADD COLUMN remembered INTEGER NOT NULL DEFAULT 0;
CREATE INDEX release_to_remember ON release (id) WHERE NOT remembered;

CREATE TRIGGER release_says_otherwise AFTER UPDATE OF revision, stage, trashed ON release
WHEN new.remembered AND (
    old.revision <> new.revision OR old.stage <> new.stage OR old.trashed <> new.trashed
) BEGIN
    UPDATE release SET remembered = 0 WHERE id = new.id;
END;

CREATE TABLE acceptance (
    release INTEGER NOT NULL REFERENCES release (id),
    key TEXT NOT NULL,
    rule TEXT NOT NULL,
    excerpt TEXT NOT NULL,
    why TEXT NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (release, key)
) WITHOUT ROWID;
