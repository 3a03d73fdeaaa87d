#!/usr/bin/env bash
# The logs of this very run hold no patient's data and no secret: the words that the tests plant in every field (server/tests/canaries.rs,
# end2end/tests/support/canaries.mjs), and their passwords and keys, are searched for in everything that the steps wrote.
. "$(dirname "$0")/lib.sh"

# What is planted, and the passwords and keys of the tests; then secrets by their form: tokens of devices, programs and people, signed tokens, hashes of passwords,
# cookies, one-time links.
words='wlcanary[0-9]{4,5}|a quiet ward at night|calm-ward-tonight|grey herons wade at dawn|fb2db09fa1c44dbd7d4ec8b39dd0a5c4'
words+='|wl[cdr]_[0-9A-Za-z_-]{32,}|eyJ[0-9A-Za-z_-]{16,}\.eyJ[0-9A-Za-z_-]{16,}\.|\$argon2id\$v=[0-9]+\$'
words+='|__Host-wl_[a-z]+=[0-9A-Za-z_-]{16,}|[?]link=[0-9A-Za-z_-]{32,}'
logs=("$LOGS"/test-*.log "$LOGS"/browser.log)
read=()
for log in "${logs[@]}"; do [ ! -f "$log" ] || read+=("$log"); done
[ ${#read[@]} -gt 0 ] || fail "There are no logs to search." "The tests write them." "Run \`make test\`."
if found=$(grep -EHno "$words" "${read[@]}" | head -n 20); then
  printf '%s\n' "$found" >&2
  fail "A log holds what must not stand in one." "The places are above." "Take it out of what is logged or said."
fi
note "$(cat "${read[@]}" | wc -l) lines of ${#read[@]} logs searched: none holds a patient's data or a secret"
