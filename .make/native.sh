#!/usr/bin/env bash
# The Rust tests, by package: `native.sh words domain ui`. Cargo always gets the same whole selection, because another selection would
# turn other features on and build the dependencies anew; test-runner.sh lets through the packages that were asked for.
# The browser's half (`frontend`) is left out: it turns `hydrate` on, which must never meet `ssr`.
. "$(dirname "$0")/lib.sh"

export WARDLIGHT_TEST_ONLY="$*"
selection=(--package words --package domain --package ui --package app --package hospital --package server --features "app/ssr,ui/ssr")
export "CARGO_TARGET_$(rustc -vV | sed -n 's/^host: //p' | tr 'a-z-' 'A-Z_')_RUNNER=$MAKE_DIR/test-runner.sh"

say "Testing $*"
tests() { cargo test --locked "${selection[@]}" --lib --bins --tests --no-fail-fast; }
run_long "test-$(printf '%s' "$*" | tr ' ' '-')" tests ||
  fail "A test failed in: $*." "The log above names it." "Mend it; one alone runs with \`cargo test -p PACKAGE NAME\`."
