-- What a correction corrects, so that whoever sends the original out finds its corrections.
ALTER TABLE release ADD COLUMN corrects INTEGER;
CREATE INDEX release_corrects ON release (corrects) WHERE corrects IS NOT NULL;
