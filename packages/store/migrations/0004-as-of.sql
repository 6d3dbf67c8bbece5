-- The legal moment as of which a matter's derived rows were derived: a check compares with that moment, so that a light which only time
-- has changed since is not taken for a fault.
alter table matter add column as_of text;
