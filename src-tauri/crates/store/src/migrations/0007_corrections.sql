-- What a correction corrects, so that whoever sends the original out finds its corrections.
ALTER TABLE release ADD COLUMN corrects INTEGER;
UPDATE release SET corrects = (
    SELECT coalesce(
        (SELECT id FROM release WHERE id = correction ->> 'of'),
        (SELECT id FROM release WHERE reference = trim(correction ->> 'reference')
            AND reference <> '' GROUP BY reference HAVING count(*) = 1))
    FROM (SELECT json -> 'correction' AS correction FROM revision
          JOIN content ON content.id = revision.content WHERE revision.id = release.revision))
WHERE kind = 'correction';
UPDATE release SET corrects = NULL WHERE corrects = id;
CREATE INDEX release_corrects ON release (corrects) WHERE corrects IS NOT NULL;
