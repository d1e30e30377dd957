"""The tables of the catalogue."""

VERSION = 6

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE plans (
    id TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    edition TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    format TEXT NOT NULL,
    title TEXT NOT NULL,
    remarks TEXT NOT NULL,
    identity TEXT NOT NULL,
    text TEXT NOT NULL,
    added_at TEXT NOT NULL,
    superseded_by TEXT REFERENCES plans (id) ON DELETE SET NULL
);
CREATE TABLE pages (
    plan TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (plan, number)
) WITHOUT ROWID;
CREATE TABLE blocks (
    plan TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    kind TEXT NOT NULL,
    level INTEGER NOT NULL,
    columns TEXT NOT NULL,
    PRIMARY KEY (plan, start)
) WITHOUT ROWID;
CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    plan TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    page INTEGER,
    path TEXT NOT NULL,
    UNIQUE (plan, ordinal)
);
CREATE TABLE vectors (
    passage INTEGER PRIMARY KEY REFERENCES passages (id) ON DELETE CASCADE,
    vector BLOB NOT NULL
);
CREATE TABLE registers (
    plan TEXT PRIMARY KEY REFERENCES plans (id) ON DELETE CASCADE,
    version TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE goals (
    plan TEXT NOT NULL REFERENCES registers (plan) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (plan, ordinal)
) WITHOUT ROWID;
CREATE TABLE contradictions (
    plan TEXT NOT NULL REFERENCES registers (plan) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (plan, ordinal)
) WITHOUT ROWID;
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY,
    plan TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (plan, start, end)
);
CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    questions TEXT NOT NULL,
    started_at TEXT NOT NULL,
    folder TEXT NOT NULL,
    count INTEGER NOT NULL,
    done INTEGER NOT NULL,
    good INTEGER NOT NULL,
    stamp TEXT NOT NULL,
    rows BLOB NOT NULL
);
CREATE VIRTUAL TABLE terms USING fts5 (
    heads, stems, parts, tokenize = "unicode61 remove_diacritics 0 tokenchars '.,-§%/''’'"
);
CREATE VIRTUAL TABLE term_counts USING fts5vocab (terms, 'row');
INSERT INTO meta VALUES ('generation', '0');
"""

UPGRADES = {
    1: """
CREATE TABLE vectors (
    passage INTEGER PRIMARY KEY REFERENCES passages (id) ON DELETE CASCADE,
    vector BLOB NOT NULL
);
""",
    2: """
CREATE TABLE registers (
    plan TEXT PRIMARY KEY REFERENCES plans (id) ON DELETE CASCADE,
    version TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE goals (
    plan TEXT NOT NULL REFERENCES registers (plan) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (plan, ordinal)
) WITHOUT ROWID;
""",
    3: """
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY,
    plan TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (plan, start, end)
);
""",
    4: """
CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    questions TEXT NOT NULL,
    started_at TEXT NOT NULL,
    folder TEXT NOT NULL,
    count INTEGER NOT NULL,
    done INTEGER NOT NULL,
    good INTEGER NOT NULL,
    stamp TEXT NOT NULL,
    rows BLOB NOT NULL
);
""",
    5: """
CREATE TABLE contradictions (
    plan TEXT NOT NULL REFERENCES registers (plan) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (plan, ordinal)
) WITHOUT ROWID;
""",
}
"""By version: what makes a store of it one of the next. What is here never changes; ``TABLES`` may."""
