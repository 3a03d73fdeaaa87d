#!/usr/bin/env bash
# The compiler checks each SQL query against the answers that PostgreSQL gave once, kept in `.sqlx`.
#   query-data.sh check   are they what today's migrations and queries give?     query-data.sh write   renew them
# Both ask a database of their own: made for the purpose, migrated, thrown away. Only `hospital` holds SQL.
. "$(dirname "$0")/lib.sh"

mode=${1:-check}
now=$(digest server/hospital migrations .sqlx Cargo.lock "$0")
if [ "$mode" = check ] && unchanged query-data "$now"; then note "unchanged since the last check"; exit 0; fi

bin=$(postgres_bin) ||
  fail "PostgreSQL $PG_MAJOR or newer is missing." "The queries are checked by a real server." "Install the package postgresql-$PG_MAJOR."
work=$(mktemp -d /tmp/wardlight-queries.XXXXXX)
fresh=$STATE/sqlx-fresh
# PostgreSQL refuses to run as root: as root, the cluster belongs to the `postgres` user.
as_pg() { if [ "$(id -u)" = 0 ]; then (cd "$work" && setpriv --reuid postgres --regid postgres --init-groups -- "$@"); else "$@"; fi; }
[ "$(id -u)" != 0 ] || chown postgres: "$work"
cleanup() { as_pg "$bin/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"; }
trap cleanup EXIT

start_cluster() {
  as_pg "$bin/initdb" -D "$work/data" -U wardlight_setup -A trust -E UTF8 --locale=C.UTF-8 --no-sync &&
    as_pg "$bin/pg_ctl" -D "$work/data" -w -l "$work/log" -o "-k $work -c listen_addresses='' -c fsync=off" start
}
run_long query-cluster start_cluster || fail "A PostgreSQL for the check did not start." "Its message is above." "Free disk or memory and run this again."

sql() { as_pg "$bin/psql" -X -q -v ON_ERROR_STOP=1 -h "$work" "$@"; }
migrate() {   # as the server does it: the roles first (they belong to the cluster; db/roles.rs makes them), then the owner migrates
  sql -U wardlight_setup -d postgres -c 'CREATE ROLE wardlight_owner LOGIN' -c 'CREATE ROLE wardlight_app LOGIN' \
    -c 'CREATE ROLE wardlight_ingest LOGIN' -c 'CREATE DATABASE wardlight OWNER wardlight_owner' || return
  local file how
  for file in "$ROOT"/migrations/*.sql; do
    if head -n 1 "$file" | grep -qi -- '-- *no-transaction'; then how=(); else how=(--single-transaction); fi
    printf '%s\n' "$file"
    sql -U wardlight_owner -d wardlight "${how[@]}" <"$file" || return
  done
}
run_long query-migrate migrate || fail "A migration fails on an empty database." "PostgreSQL said why, above." "Mend that file: it is the one named last."

rm -rf "$fresh" && mkdir -p "$fresh"
ask() {   # a new cfg each time makes the compiler look at every query again; nothing but this one crate is rebuilt
  DATABASE_URL="postgres://wardlight_setup@localhost/wardlight?host=$work" SQLX_OFFLINE_DIR=$fresh \
    cargo --config 'env.SQLX_OFFLINE.value="false"' rustc --locked --package hospital --lib --profile check -- \
    --cfg "asked_at_$(date +%s)" -A unexpected_cfgs
}
say "Asking PostgreSQL about each query"
run_long query-ask ask || fail "A query does not fit the database." "The compiler said which, above." "Mend the query or the migration."

if [ "$mode" = write ]; then
  mkdir -p .sqlx
  rm -f .sqlx/query-*.json
  cp "$fresh"/query-*.json .sqlx/ 2>/dev/null || fail "No query was found." "The crate hospital holds them all." "Look at $LOGS/query-ask.log."
  note "$(find .sqlx -name 'query-*.json' | wc -l) queries written to .sqlx"
  now=$(digest server/hospital migrations .sqlx Cargo.lock "$0")
elif ! diff -rq "$fresh" .sqlx >"$LOGS/query-diff.log"; then
  cat "$LOGS/query-diff.log" >&2
  fail "The committed query data is out of date." "A query or a migration changed after it was written." "Run \`make prepare\` and commit .sqlx."
fi
done_with query-data "$now"
