#!/usr/bin/env bash
# What we depend on: licences, unwanted crates and sources, as deny.toml says. Advisories need the network; where their database
# cannot be fetched, the rest is still checked and the gap is said aloud.
. "$(dirname "$0")/lib.sh"

home=$TOOLS/cargo-deny-$CARGO_DENY_VERSION
deny=$home/bin/cargo-deny
if found=$(command -v cargo-deny) && [ "$("$found" --version)" = "cargo-deny $CARGO_DENY_VERSION" ]; then deny=$found; fi
if [ ! -x "$deny" ]; then
  say "Compiling cargo-deny $CARGO_DENY_VERSION into the tool cache (some minutes, once): it reads the licences of what we depend on"
  export CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
  CARGO_TARGET_DIR=$STATE/cargo-deny run_long cargo-deny cargo install cargo-deny --locked --version "=$CARGO_DENY_VERSION" --root "$home" ||
    fail "cargo-deny could not be compiled." "cargo said why, above." "Mend that and run this again."
  rm -rf "$STATE/cargo-deny"
fi
say "Licences, unwanted crates and sources"
"$deny" --log-level warn check licenses bans sources || fail "A dependency breaks a rule of deny.toml." "It is named above." "Choose another, or write down in deny.toml why it may stay."
say "Known weaknesses"
if timeout 120 "$deny" --log-level error fetch db >"$LOGS/advisories.log" 2>&1; then
  "$deny" --log-level warn check advisories ||
    fail "A dependency has a known weakness." "It is named above." "Take a newer version, or write down in deny.toml why it does not matter here."
else note "not checked: the database of advisories cannot be fetched from here"; fi
