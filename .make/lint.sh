#!/usr/bin/env bash
# `lint.sh fmt`, `lint.sh native`, `lint.sh wasm`. Server and browser are checked apart, because `ssr` and `hydrate` exclude each
# other, and the browser's half by the clippy of the compiler that has the WebAssembly library. Every warning counts.
. "$(dirname "$0")/lib.sh"

case ${1:-} in
  fmt)
    say "Checking the form of the Rust code"
    run_long fmt cargo fmt --all --check || fail "Some code is not formatted." "" "Run \`cargo fmt --all\`." ;;
  native)
    say "Checking server and rules with clippy"
    run_long clippy-native cargo clippy --locked --package words --package domain --package ui --package app --package hospital --package server \
      --features app/ssr,ui/ssr --all-targets -- -D warnings ||
      fail "clippy has something to say about the server's half." "It is above." "Mend it; \`#[expect(…, reason)]\` where it is wrong." ;;
  wasm)
    say "Checking the page's program with clippy"
    # shellcheck disable=SC2046 # an empty toolchain is no argument
    run_long clippy-wasm cargo $(wasm_toolchain) clippy --locked --package frontend --package app --package ui --package domain --package words \
      --features app/hydrate,ui/hydrate --target "$WASM_TARGET" -- -D warnings ||
      fail "clippy has something to say about the browser's half." "It is above." "Mend it; \`#[expect(…, reason)]\` where it is wrong." ;;
  *) fail "lint.sh knows fmt, native and wasm." ;;
esac
