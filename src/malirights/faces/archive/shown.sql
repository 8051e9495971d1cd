-- What is shown: tables and views to search, to filter and to browse. They are made from the records, and may be made again.
DROP VIEW IF EXISTS current_statements;
DROP VIEW IF EXISTS who_said_what;
DROP VIEW IF EXISTS what_happened;
DROP VIEW IF EXISTS changed_statements;
DROP TABLE IF EXISTS statements_fts;
DROP TABLE IF EXISTS quotes_fts;
DROP TABLE IF EXISTS parties;
DROP TABLE IF EXISTS events;
DROP TABLE IF EXISTS quotes;
DROP TABLE IF EXISTS statements;

-- Text that SQLite cannot hold or search (NUL, lone surrogates) stands here as U+FFFD, so that all offsets stay.
CREATE TABLE statements (
    number INTEGER PRIMARY KEY REFERENCES records (number),
    id TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL,
    version INTEGER NOT NULL,
    current INTEGER NOT NULL,    -- 1 for the last version, else 0
    date TEXT NOT NULL,
    released TEXT,
    headline TEXT,
    publisher TEXT,
    publisher_folded TEXT NOT NULL,
    language TEXT,
    url TEXT,
    text TEXT NOT NULL
);
CREATE INDEX statements_date ON statements (date);
CREATE INDEX statements_document ON statements (document);
CREATE INDEX statements_url ON statements (url);
CREATE INDEX statements_old ON statements (number) WHERE current = 0;  -- few, and so a search asks for these

CREATE TABLE quotes (
    number INTEGER PRIMARY KEY,
    statement INTEGER NOT NULL REFERENCES statements (number) ON DELETE CASCADE,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,      -- offsets in the text of the statement, in code points from 0
    "end" INTEGER NOT NULL,
    speaker TEXT,
    role TEXT,
    organisation TEXT,
    kind TEXT,
    cue TEXT,
    speaker_words TEXT NOT NULL  -- the folded words of name and mention, with a space before and behind each
);
CREATE INDEX quotes_statement ON quotes (statement);

CREATE TABLE events (
    number INTEGER PRIMARY KEY,
    statement INTEGER NOT NULL REFERENCES statements (number) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    "group" TEXT NOT NULL,
    status TEXT NOT NULL,
    edtf TEXT,
    earliest TEXT,               -- NULL where nothing bounds it
    latest TEXT,
    place TEXT,
    region TEXT,
    latitude REAL,
    longitude REAL,
    count_low INTEGER,
    count_high INTEGER,
    trigger TEXT NOT NULL,
    sentence TEXT NOT NULL
);
CREATE INDEX events_statement ON events (statement);
CREATE INDEX events_kind ON events (kind);

CREATE TABLE parties (
    number INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES events (number) ON DELETE CASCADE,
    side TEXT NOT NULL,          -- perpetrator or victim
    name TEXT NOT NULL,
    mention TEXT NOT NULL,
    known_as TEXT,
    type TEXT
);
CREATE INDEX parties_event ON parties (event);

-- Datasette finds the index of a table by content="…", written just so.
CREATE VIRTUAL TABLE statements_fts USING fts5 (
    text, content="statements", content_rowid='number', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER statements_in AFTER INSERT ON statements BEGIN
    INSERT INTO statements_fts (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER statements_out AFTER DELETE ON statements BEGIN
    INSERT INTO statements_fts (statements_fts, rowid, text) VALUES ('delete', old.number, old.text);
END;
CREATE VIRTUAL TABLE quotes_fts USING fts5 (
    text, content="quotes", content_rowid='number', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER quotes_in AFTER INSERT ON quotes BEGIN
    INSERT INTO quotes_fts (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER quotes_out AFTER DELETE ON quotes BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, text) VALUES ('delete', old.number, old.text);
END;

CREATE VIEW current_statements AS
SELECT
    id, date, headline, publisher, language, version, text, url,
    (SELECT count(*) FROM quotes WHERE statement = statements.number) AS quotes,
    (SELECT count(*) FROM events WHERE statement = statements.number) AS events
FROM statements
WHERE current;

CREATE VIEW who_said_what AS
SELECT s.date, q.speaker, q.role, q.organisation, q.text AS quote, q.cue, s.headline, s.id AS statement_id
FROM quotes AS q JOIN statements AS s ON s.number = q.statement
WHERE s.current;

CREATE VIEW what_happened AS
SELECT
    e.kind, e.edtf AS "when", e.earliest, e.latest, e.place, e.region,
    (SELECT group_concat(name, '; ') FROM parties WHERE event = e.number AND side = 'perpetrator') AS perpetrators,
    (SELECT group_concat(name, '; ') FROM parties WHERE event = e.number AND side = 'victim') AS victims,
    e.count_low, e.count_high, e.status, e.sentence, s.date AS told, s.id AS statement_id, e.latitude, e.longitude
FROM events AS e JOIN statements AS s ON s.number = e.statement
WHERE s.current;

CREATE VIEW changed_statements AS
SELECT document, version, current, id, date, headline, publisher, text
FROM statements
WHERE document IN (SELECT document FROM statements WHERE version > 1)
ORDER BY document, version;
