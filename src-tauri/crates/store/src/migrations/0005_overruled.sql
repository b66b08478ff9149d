-- Why a text left although the gate had reasons against it that may be overruled.
ALTER TABLE export ADD COLUMN overruled TEXT;
