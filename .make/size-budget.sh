#!/usr/bin/env bash
# The first visit must be quick on a phone: all that a page may load stays under its budget, as sent (brotli): each of the two programs, JavaScript and WebAssembly together, the styles, and
# each script. A budget lies less than 1 % over what it weighs: who makes something heavier says so here. A script that is new needs a line of its own.
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
within "styles of every page" '^pkg/wardlight\.css$' 10000 "$STYLES_BUDGET_BYTES"
scripts=$(node -e '
  const names = Object.keys(JSON.parse(require("fs").readFileSync(process.argv[1])));
  console.log(names.filter((name) => /^[^/]+\.js$/.test(name)).map((name) => name.slice(0, -3)).join(" "));
' "$TARGET/site/manifest.json")
for script in $scripts; do
  # What it weighs, and then what it may.
  case $script in
    page) most=1475 ;;    # 1462: every page
    bell) most=861 ;;     # 852: of who is signed in; it says when the counts of alarms are old
    find) most=1150 ;;    # 1138: the search
    again) most=697 ;;    # 690: what is drawn anew
    upload) most=706 ;;   # 699: a file on its way, on pages that take one
    aloud) most=2330 ;;   # 2306: reads aloud, on pages of patients and public ones
    step) most=468 ;;     # 463: numbers that are tapped
    suggest) most=400 ;;  # 396: a field that suggests
    chat) most=1349 ;;    # 1335: a conversation
    sweep) most=3377 ;;   # 3343: curves as they are measured
    sw) most=447 ;;       # 442: the page for when the network is gone; it names others by their content, so it varies by some bytes
    *) fail "The script $script.js has no budget." "Nobody weighs it." "Give it a line in .make/size-budget.sh." ;;
  esac
  within "script $script.js" "^$script\\.js\$" 100 "$most"
done
