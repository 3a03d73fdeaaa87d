#!/usr/bin/env bash
# Is there a Rust that is new enough? Installing a compiler is the user's own decision; this only says what is missing.
# With `lint` also the formatter and the linter, which rustup's minimal profile leaves out.
. "$(dirname "$0")/lib.sh"

command -v cargo >/dev/null && command -v rustc >/dev/null ||
  fail "Rust is missing." "Wardlight is compiled from source." "Install the stable toolchain with rustup (https://rustup.rs), then run this again."
have=$(rustc --version | cut -d ' ' -f 2)
version_at_least "$have" "$RUST_MIN" ||
  fail "Rust $have is too old." "Wardlight needs $RUST_MIN or newer." "Run \`rustup update stable\` and, if another is the default, \`rustup default stable\`."

if [ "${1:-}" = lint ]; then
  for part in clippy rustfmt; do
    cargo "${part/rustfmt/fmt}" --version >/dev/null 2>&1 && continue
    say "Adding Rust's $part: the gate checks with it"
    rustup component add "$part" >"$LOGS/rust-$part.log" 2>&1 ||
      fail "Rust's $part cannot be added." "rustup could not fetch it." "Run \`rustup component add $part\` and read its message."
  done
fi
