//! `server/docs/keys.md` says of every column with words in it whether it is sealed, and why not.

use std::collections::BTreeSet;

use hospital::testing::TestDb;

const DOCUMENT: &str = include_str!("../../../docs/keys.md");

/// The `table.column`s that the document names between two of its lines.
fn named(from: &str, to: &str) -> BTreeSet<String> {
    let (_, rest) = DOCUMENT.split_once(from).unwrap_or_else(|| panic!("no {from}"));
    let (part, _) = rest.split_once(to).unwrap_or_else(|| panic!("no {to}"));
    let marked = part.split('`').skip(1).step_by(2);
    let is_column = |word: &&str| {
        word.contains('.')
            && word
                .bytes()
                .all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, b'_' | b'.'))
    };
    marked.filter(is_column).map(str::to_owned).collect()
}

async fn columns(db: &TestDb, which: &'static str) -> BTreeSet<String> {
    let all: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
        "SELECT c.relname || '.' || a.attname
           FROM pg_class c
           JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
          WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> '_sqlx_migrations'
            AND {which}"
    )))
    .fetch_all(db.owner())
    .await
    .unwrap();
    all.into_iter().collect()
}

#[tokio::test]
async fn the_document_names_every_sealed_column_and_no_other() {
    let db = TestDb::new().await;
    let sealed = columns(&db, "a.atttypid = 'bytea'::regtype AND a.attname ~ '(^|_)sealed$'").await;
    assert_eq!(named("### Sealed", "### Clear"), sealed);
}

/// Words of a fixed list (a check of the column alone says which) are no secret of anybody. Every other word stands in the document with a reason.
#[tokio::test]
async fn every_column_with_words_stands_in_the_document_with_the_reason_why_it_is_clear() {
    let db = TestDb::new().await;
    let words = columns(
        &db,
        "a.atttypid IN ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype, 'json'::regtype)
         AND NOT EXISTS (SELECT FROM pg_constraint k
                          WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]
                            AND pg_get_constraintdef(k.oid) ~ 'ARRAY\\[|= ''')",
    )
    .await;
    let clear = named("### Clear", "## Before the first start");
    let missing: Vec<&String> = words.difference(&clear).collect();
    assert!(missing.is_empty(), "sealed or clear, and why? {missing:?}");
    let there = columns(&db, "true").await;
    let gone: Vec<&String> = clear.difference(&there).collect();
    assert!(gone.is_empty(), "no such columns: {gone:?}");
}
