-- A column that may hold one of three words.
--
-- Behind IN, SQLite fills a table with the words each time that a line is written, which cost a seventh of all that
-- the store does for a create; comparisons say the same. Only the words of the definition change and not a row, so this
-- is done in the definition itself, as SQLite's manual has it for such cases (ALTER TABLE, section 8).

PRAGMA writable_schema = ON;

UPDATE sqlite_schema
SET sql = replace(replace(sql,
    'from_book IN (''revenue'', ''tax'', ''bank'')',
    'from_book = ''revenue'' OR from_book = ''tax'' OR from_book = ''bank'''),
    'to_book IN (''revenue'', ''tax'', ''bank'')',
    'to_book = ''revenue'' OR to_book = ''tax'' OR to_book = ''bank''')
WHERE type = 'table' AND name = 'ledger';

PRAGMA writable_schema = RESET;
