#!/usr/bin/env bash
# The gate, in the order of how soon each step can say no. It stops at the first step that fails. To add a step: one `step` line.
. "$(dirname "$0")/lib.sh"

names=() times=() counts=()
passed=0 failed=0
begun=$SECONDS

# Adds up what the runners counted in a step's log: cargo's "test result" lines, or the browser runner's closing line.
count() { # LOG → "PASSED FAILED"
  sed -nE -e 's/^test result: .* ([0-9]+) passed; ([0-9]+) failed;.*/\1 \2/p' -e 's/^([0-9]+) passed, ([0-9]+) failed.*/\1 \2/p' "$1" 2>/dev/null |
    awk '{ p += $1; f += $2 } END { print p + 0, f + 0 }'
}
summary() {
  printf '\n%s\n' "${BOLD}The gate${PLAIN}"
  for i in "${!names[@]}"; do printf '  %-44s %6s  %s\n' "${names[$i]}" "${times[$i]}" "${counts[$i]}"; done
  printf '  %-44s %6s\n\n' "in all" "$((SECONDS - begun)) s"
  printf '%s passed, %s failed\n' "$passed" "$failed"
}
# step NAME LOG COMMAND…: LOG is the name of the log that counts tests, or `-` for a step that is one check.
# A step that fails counts one failure at least: it may have stopped before its tests, or after them.
step() {
  local name=$1 log=$2 started=$SECONDS status=0 p f
  shift 2
  rm -f "$LOGS/$log.log"
  "$@" || status=$?
  if [ "$log" = - ]; then p=1 f=0; else read -r p f <<<"$(count "$LOGS/$log.log")"; fi
  if [ "$status" = 0 ] && [ $((p + f)) = 0 ]; then status=1; printf '%s\n' "${RED}✗ No test ran in this step.${PLAIN}" >&2; fi
  if [ "$status" != 0 ] && [ "$f" = 0 ]; then
    f=1
    if [ "$log" = - ]; then p=0; fi
  fi
  # What passed at its second go, alone (native.sh), has passed, and the table says so.
  local again=""
  if [ "$status" = 0 ] && [ "$f" != 0 ]; then again=", $f of them only alone"; p=$((p + f)) f=0; fi
  passed=$((passed + p)) failed=$((failed + f))
  names+=("$name") times+=("$((SECONDS - started)) s")
  if [ "$status" = 0 ]; then counts+=("${GREEN}ok${PLAIN}$([ "$log" = - ] || printf ', %s tests%s' "$p" "$again")"); else counts+=("${RED}failed${PLAIN}"); summary; exit 1; fi
}

step "what must be on the machine" - "$MAKE_DIR/setup.sh" test

# The page's program is compiled as one unit and leaves a core idle for minutes, and so does the end of each crate on the server's side: they are built side by side.
# Its profile has a folder and a lock of its own, so that cargo lets them.
"$MAKE_DIR/page.sh" >"$LOGS/page-beside.log" 2>&1 &
page=$!
trap 'kill -TERM "$page" 2>/dev/null || true' EXIT   # page.sh hands it on to the compiler
page_is_built() {
  local status=0
  wait "$page" || status=$?
  cat "$LOGS/page-beside.log"
  return "$status"
}
step "form of the code" - "$MAKE_DIR/lint.sh" fmt
step "clippy: server and rules" - "$MAKE_DIR/lint.sh" native
step "clippy: the browser's half" - "$MAKE_DIR/lint.sh" wasm
step "query data is up to date" - "$MAKE_DIR/query-data.sh" check
step "rules, words and design system" test-words-domain-ui "$MAKE_DIR/native.sh" words domain ui
step "pages, use cases and doors on PostgreSQL" test-app-hospital-server "$MAKE_DIR/native.sh" app hospital server
step "the page's program" - page_is_built
step "size budget" - "$MAKE_DIR/size-budget.sh"
step "browser journeys" browser "$MAKE_DIR/browser.sh" --built
step "no log holds a secret or a patient" - "$MAKE_DIR/canaries.sh"
summary
