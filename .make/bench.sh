#!/usr/bin/env bash
# Measures the limits and goals interleaved in one run, prints ratios with medians, writes server/benches/RESULTS.md. Optimised
# build; nothing else should run on the machine meanwhile.
. "$(dirname "$0")/lib.sh"

"$MAKE_DIR/page.sh"
say "Compiling the server and its benchmarks, optimised"
run_long bench-build cargo bench --locked --package server --no-run || fail "The benchmarks do not compile." "The compiler said why, above." "Mend it and run this again."
say "Measuring"
# G12, G14 and G15 are the browser's; only all of them together are written down.
if [ -z "${GOALS:-}" ] || [ "${GOALS//G1[245]/}" != "$GOALS" ]; then in_browser=yes; fi
# shellcheck disable=SC2086 # names of goals, if only some are wanted
if [ -z "${GOALS:-}" ] || [ -n "$(printf '%s' "${GOALS//G1[245]/}" | tr -d ' ')" ]; then cargo bench --locked --package server --bench bench -- ${GOALS:-} "$@"; fi
if [ -n "${in_browser:-}" ]; then
  "$MAKE_DIR/setup.sh" bench
  "$MAKE_DIR/server.sh" demo
  "$MAKE_DIR/browser.sh" --packages
  say "Measuring in the browser"
  export WARDLIGHT_BIN=$TARGET/demo/wardlight WARDLIGHT_SITE_ROOT=$TARGET/site CHROMIUM=${CHROMIUM:-$(command -v chromium)} WARDLIGHT_VITALS=$STATE/vitals.json
  [ -n "${GOALS:-}" ] || export WARDLIGHT_RESULTS=$ROOT/server/benches/RESULTS.md
  if [ -z "${GOALS:-}" ] || [ "${GOALS//G1[24]/}" != "$GOALS" ]; then node end2end/vitals.mjs; fi
  if [ -z "${GOALS:-}" ] || [ "${GOALS//G15/}" != "$GOALS" ]; then
    # The peer of G15 is wanted by this alone, so it is no package of the journeys.
    export WARDLIGHT_UPLOT=$STATE/uplot/node_modules/uplot/dist/uPlot.iife.min.js
    [ -f "$WARDLIGHT_UPLOT" ] || run_long uplot npm install --prefix "$STATE/uplot" --no-save --no-audit --no-fund --ignore-scripts uplot@1.6.32 ||
      say "uPlot could not be fetched: our own curves are measured without it, and G15 has no ratio"
    node end2end/sweep.mjs
  fi
fi
