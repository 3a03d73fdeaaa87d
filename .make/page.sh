#!/usr/bin/env bash
# The page as it is shipped: its program, then the folder of files. `page.sh dev` the quick way.
. "$(dirname "$0")/lib.sh"

"$MAKE_DIR/wasm.sh" "${1:-}"
"$MAKE_DIR/site.sh" "${1:-}"
