#!/usr/bin/env bash
# wasm-opt makes the page's WebAssembly a fifth smaller. It comes as npm's `binaryen`.
. "$(dirname "$0")/lib.sh"

home=$(binaryen_home)
[ -e "$home/ready" ] && exit 0
say "Installing wasm-opt (binaryen $BINARYEN_VERSION) into the tool cache: it makes the page's WebAssembly smaller"
rm -rf "$home" && mkdir -p "$home"
run_long wasm-opt npm install --prefix "$home" --no-audit --no-fund --no-save --ignore-scripts "binaryen@$BINARYEN_VERSION" ||
  fail "wasm-opt could not be installed." "npm said why, above." "Check that npm reaches its registry and run this again."
"$home/node_modules/.bin/wasm-opt" --version >/dev/null || fail "The installed wasm-opt does not start." "" "Remove $home and run this again."
touch "$home/ready"
