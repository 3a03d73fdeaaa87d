#!/usr/bin/env bash
# Every part and page as pictures, beside those that are kept; WRITE=1 keeps them anew. The sixty of every run are part of the repository, the others lie under target/.
. "$(dirname "$0")/lib.sh"

"$MAKE_DIR/setup.sh" test
"$MAKE_DIR/page.sh"
"$MAKE_DIR/browser.sh" --ready
say "Photographing every part and page$([ -z "${WRITE:-}" ] || printf ', and keeping the pictures')"
export WARDLIGHT_BIN=$TARGET/debug/wardlight WARDLIGHT_SITE_ROOT=$TARGET/site WARDLIGHT_PICTURES=$STATE/pictures
exec node end2end/visual.mjs "$@"
