#!/usr/bin/env bash
# The server, one program: `server.sh demo` for `make run` (optimised a little, quick to build), `server.sh dev` for `make dev`.
. "$(dirname "$0")/lib.sh"

profile=${1:-demo}
say "Compiling the server ($profile; the first time takes minutes, later seconds)"
run_long "server-$profile" cargo build --locked --package server --bin wardlight --profile "$profile" ||
  fail "The server does not compile." "The compiler said why, above." "Mend it and run this again."
