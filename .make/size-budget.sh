#!/usr/bin/env bash
# The first visit must be quick on a phone: JavaScript and WebAssembly together stay under the budget, as sent (brotli).
. "$(dirname "$0")/lib.sh"

[ -e "$TARGET/site/manifest.json" ] || fail "There is no built page to weigh." "" "Run \`make page\` first."
size=$(node -e '
  const files = Object.entries(JSON.parse(require("fs").readFileSync(process.argv[1])));
  console.log(files.filter(([name]) => /^pkg\/.*\.(js|wasm)$/.test(name)).reduce((sum, [, file]) => sum + file.br, 0));
' "$TARGET/site/manifest.json")
if [ "$size" -le 50000 ]; then fail "The bundle weighs only $size bytes." "That cannot be the whole page." "Look at target/site/manifest.json."; fi
if [ "$size" -gt "$WASM_BUDGET_BYTES" ]; then
  fail "The page's program weighs $size bytes as sent; the budget is $WASM_BUDGET_BYTES." \
    "Something heavy came into the browser's half." \
    "Keep it behind \`ssr\`, or find it with \`cargo tree -p frontend --target $WASM_TARGET\`."
fi
note "the page's program weighs $((size / 1000)) kB as sent, of $((WASM_BUDGET_BYTES / 1000)) kB"
