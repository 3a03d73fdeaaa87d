#!/usr/bin/env bash
# The Rust tests, by package: `native.sh words domain ui`. Cargo always gets the same whole selection, because another selection would
# turn other features on and build the dependencies anew; test-runner.sh lets through the packages that were asked for.
# The browser's half (`frontend`) is left out: it turns `hydrate` on, which must never meet `ssr`.
. "$(dirname "$0")/lib.sh"

export WARDLIGHT_TEST_ONLY="$*"
selection=(--package words --package domain --package ui --package app --package hospital --package server --features "app/ssr,ui/ssr")
export "CARGO_TARGET_$(rustc -vV | sed -n 's/^host: //p' | tr 'a-z-' 'A-Z_')_RUNNER=$MAKE_DIR/test-runner.sh"
most_again=3
name=test-$(printf '%s' "$*" | tr ' ' '-')

tests() { cargo test --locked "${selection[@]}" --lib --bins --tests --no-fail-fast "$@"; }
# The names below each program's closing `failures:`; none when a program ended before it could say them.
failed() {
  [ "$(grep -c '^test result: FAILED' "$1")" = "$(grep -c '^    `-p ' "$1")" ] || return 0
  awk '/^failures:$/ { names = ""; next } /^    [^ ]+$/ { names = names $1 "\n" } /^test result/ { printf "%s", names; names = "" }' "$1" | sort -u
}

databases_in_memory
say "Testing $*"
if run_long "$name" tests; then exit; fi
# Beside hundreds of others a test can starve on a small machine. The few that failed run once more, alone: a real fault fails there
# too. The closing table says that it happened; a test that stands there twice is to be mended.
mapfile -t again < <(failed "$LOGS/$name.log")
if [ "${#again[@]}" -gt 0 ] && [ "${#again[@]}" -le "$most_again" ]; then
  say "Once more, alone: ${again[*]}"
  if run_long "$name-again" tests -- --exact --test-threads 1 "${again[@]}"; then exit; fi
fi
fail "A test failed in: $*." "The log above names it." "Mend it; one alone runs with \`cargo test -p PACKAGE NAME\`."
