//! What the database calls its rules: the code turns a violated name into a sentence.

use hospital::testing::TestDb;
use sqlx::PgPool;

/// Constraints and indexes that PostgreSQL named, or that bear another table's name. The code turns a violated name into a sentence.
async fn misnamed(owner: &PgPool) -> Vec<String> {
    sqlx::query_scalar(
        "SELECT t.relname || ': ' || named.name
           FROM (SELECT conrelid AS of, conname AS name FROM pg_constraint WHERE contype <> 't'
                 UNION
                 SELECT i.indrelid, c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid) AS named
           JOIN pg_class t ON t.oid = named.of
          WHERE t.relnamespace = 'public'::regnamespace AND NOT t.relispartition
            AND (NOT starts_with(named.name, t.relname || '_') OR named.name ~ '_(check|fkey|key|excl|idx)[0-9]*$')
          ORDER BY 1",
    )
    .fetch_all(owner)
    .await
    .unwrap()
}

#[tokio::test]
async fn every_constraint_and_index_bears_its_tables_name() {
    let db = TestDb::new().await;
    assert_eq!(misnamed(db.owner()).await, Vec::<String>::new());
    sqlx::raw_sql(
        "CREATE TABLE newcomer (id uuid CONSTRAINT newcomer_pkey PRIMARY KEY, hospital_id uuid REFERENCES hospital, n int UNIQUE CHECK (n > 0));
         CREATE INDEX ON newcomer (hospital_id);
         CREATE INDEX ward_by_n ON newcomer (n);",
    )
    .execute(db.owner())
    .await
    .unwrap();
    let found = misnamed(db.owner()).await;
    assert_eq!(
        found,
        [
            "newcomer: newcomer_hospital_id_fkey",
            "newcomer: newcomer_hospital_id_idx",
            "newcomer: newcomer_n_check",
            "newcomer: newcomer_n_key",
            "newcomer: ward_by_n",
        ]
    );
}
