-- What is kept: each version of each statement, whole. Every other table and view is made from this one.
CREATE TABLE records (
    number INTEGER PRIMARY KEY,  -- counts in the order of adding
    id TEXT NOT NULL UNIQUE,     -- the id of the statement: its date and a digest of its words
    document INTEGER NOT NULL,   -- the number of its first version
    version INTEGER NOT NULL,    -- counts from 1
    record NOT NULL,             -- the statement as JSON; as its bytes where it has characters that UTF-8 has not
    heading TEXT,                -- date, publisher and headline, folded; NULL where they do not tell it from others
    UNIQUE (document, version)
);
CREATE INDEX records_heading ON records (heading);
