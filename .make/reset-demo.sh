#!/usr/bin/env bash
# Throws the demo hospital's data away; the next `make run` begins with a fresh one. Only ever the private cluster, never a database
# that DATABASE_URL names.
. "$(dirname "$0")/lib.sh"

data=${WARDLIGHT_DATA_DIR:-.wardlight}
if [ ! -d "$data" ]; then note "there is no demo hospital in $data"; exit 0; fi
# Where the user `postgres` cannot enter the folder (a clone below /root), this file says where the database lies instead.
place=$data/postgres
[ ! -f "$data/postgres-folder" ] || place=$(cat "$data/postgres-folder")
[ -f "$place/data/PG_VERSION" ] || fail "$data holds no database of ours." "It may be something else of yours." "Remove it by hand if you are sure."
if pid=$(head -n 1 "$place/data/postmaster.pid" 2>/dev/null) && kill -0 "$pid" 2>/dev/null; then
  fail "The demo hospital is running." "Its database cannot be thrown away under it." "Stop it with Ctrl-C first."
fi
say "Throwing away the demo hospital in $data"
rm -rf "$place" "$data"
