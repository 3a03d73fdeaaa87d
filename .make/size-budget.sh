#!/usr/bin/env bash
# The first visit must be quick on a phone: each of the two programs, JavaScript and WebAssembly together, stays under its budget, as sent (brotli). So does the script of
# every page, which is no program, and that of the bell: 1500 bytes each; the one that reads aloud, on pages of patients and public ones: 2700.
. "$(dirname "$0")/lib.sh"

[ -e "$TARGET/site/manifest.json" ] || fail "There is no built page to weigh." "" "Run \`make page\` first."
weigh() {
  node -e '
    const files = Object.entries(JSON.parse(require("fs").readFileSync(process.argv[1])));
    console.log(files.filter(([name]) => new RegExp(process.argv[2]).test(name)).reduce((sum, [, file]) => sum + file.br, 0));
  ' "$TARGET/site/manifest.json" "$1"
}
# within NAME FILES LEAST MOST
within() {
  size=$(weigh "$2")
  if [ "$size" -le "$3" ]; then fail "The $1 weighs only $size bytes." "That cannot be the whole of it." "Look at target/site/manifest.json."; fi
  if [ "$size" -gt "$4" ]; then
    fail "The $1 weighs $size bytes as sent; the budget is $4." \
      "Something heavy came into the browser's half." \
      "Keep it out of the parts that move (app/src/program), or find it with \`cargo tree -p frontend --target $WASM_TARGET\`."
  fi
  note "the $1 weighs $size bytes as sent, of $4"
}
within "program of the ward" '^pkg/ward(_bg)?\.(js|wasm)$' 50000 "$WARD_BUDGET_BYTES"
within "program of the portal" '^pkg/portal(_bg)?\.(js|wasm)$' 50000 "$PORTAL_BUDGET_BYTES"
within "script of every page" '^page\.js$' 100 1500
within "script of the bell" '^bell\.js$' 100 1500
within "script that reads aloud" '^aloud\.js$' 100 2700
