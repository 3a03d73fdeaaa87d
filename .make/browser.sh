#!/usr/bin/env bash
# The browser journeys: a real Chromium, the real server (debug build, as the tests made it), the real page as it is shipped.
# With --packages only what they run on is installed, with --ready the server is built too, with --built it is there: the gate's tests have just made it.
. "$(dirname "$0")/lib.sh"

now=$(digest end2end/package.json end2end/package-lock.json)
if ! unchanged end2end "$now" || [ ! -d end2end/node_modules ]; then
  say "Installing the browser tests' two packages (playwright-core drives Chromium, axe-core judges accessibility)"
  run_long end2end-install npm ci --prefix end2end --no-audit --no-fund --ignore-scripts ||
    fail "The browser tests' packages could not be installed." "npm said why, above." "Check that npm reaches its registry and run this again."
  done_with end2end "$now"
fi
[ "${1:-}" != --packages ] || exit 0
program=$TARGET/debug/wardlight
if [ "${1:-}" = --built ] && [ -x "$program" ]; then shift; else
  run_long server-dev cargo build --locked --package server --package app --package hospital --package domain --package ui --features app/ssr,ui/ssr --bin wardlight ||
    fail "The server does not compile." "The compiler said why, above." "Mend it and run this again."
fi
[ "${1:-}" != --ready ] || exit 0
databases_in_memory
say "Walking through the pages in Chromium"
export WARDLIGHT_BIN=$program WARDLIGHT_SITE_ROOT=$TARGET/site
LOG_LINES=120 run_long browser node end2end/run.mjs "$@" ||
  fail "A browser journey failed." "The log above says which step." "Run it alone: \`make test-browser\`."
