#!/usr/bin/env bash
# Measures the limits and goals interleaved in one run, prints ratios with medians, writes server/benches/RESULTS.md. Optimised
# build; nothing else should run on the machine meanwhile.
. "$(dirname "$0")/lib.sh"

"$MAKE_DIR/page.sh"
say "Compiling the server and its benchmarks, optimised"
run_long bench-build cargo bench --locked --package server --no-run || fail "The benchmarks do not compile." "The compiler said why, above." "Mend it and run this again."
say "Measuring"
# shellcheck disable=SC2086 # names of goals, if only some are wanted
exec cargo bench --locked --package server --bench bench -- ${GOALS:-} "$@"
