-- What is asked of the whole desk and concerns a handful: the languages in use, and the releases that
-- are not out yet, which a change in the library reaches.
CREATE INDEX release_in_language ON release (language);
CREATE INDEX release_in_hand ON release (id)
    WHERE NOT trashed AND stage IN ('draft', 'review', 'approved');
