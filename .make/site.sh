#!/usr/bin/env bash
# The folder of files that the server serves: target/site, or target/site-dev with `site.sh dev`. Needs wasm.sh before it.
# The server reads its manifest.json from WARDLIGHT_SITE_ROOT (target/site by default).
. "$(dirname "$0")/lib.sh"

if [ "${1:-}" = dev ]; then page=$STATE/page-dev out=$TARGET/site-dev quality=0; else page=$STATE/page out=$TARGET/site quality=11; fi
now=$(digest style public "$page" "$MAKE_DIR/site.mjs")
if unchanged "$(basename "$out")" "$now" && [ -e "$out/manifest.json" ]; then exit 0; fi
say "Laying out the page's files in ${out#"$ROOT/"}: named by content$([ "$quality" = 0 ] || printf ', compressed once')"
node "$MAKE_DIR/site.mjs" "$page" "$out" "$quality" ||
  fail "The page's files could not be laid out." "The message above names the file." "Mend it and run this again."
done_with "$(basename "$out")" "$now"
