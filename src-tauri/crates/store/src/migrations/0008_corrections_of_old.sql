-- What the corrections correct that were on the desk before it wrote that down.
UPDATE release SET corrects = (
    SELECT CASE WHEN correction ->> 'of' IS NOT NULL
        THEN (SELECT id FROM release WHERE id = correction ->> 'of')
        ELSE (SELECT id FROM release WHERE reference = trim(correction ->> 'reference')
            AND reference <> '' GROUP BY reference HAVING count(*) = 1) END
    FROM (SELECT json -> 'correction' AS correction FROM revision
          JOIN content ON content.id = revision.content WHERE revision.id = release.revision))
WHERE kind = 'correction';
UPDATE release SET corrects = NULL WHERE corrects = id;
