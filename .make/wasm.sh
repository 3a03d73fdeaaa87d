#!/usr/bin/env bash
# The page's program: Rust → WebAssembly → JavaScript glue → smaller WebAssembly. The result lies in $STATE/page.
# `wasm.sh dev` leaves out the optimisation: quick to build, for `make dev` only; its result lies in $STATE/page-dev.
. "$(dirname "$0")/lib.sh"

if [ "${1:-}" = dev ]; then profile=dev folder=debug out=$STATE/page-dev
else profile=wasm-release folder=wasm-release out=$STATE/page; fi
toolchain=$(wasm_toolchain)
binary=$TARGET/$WASM_TARGET/$folder/frontend.wasm

say "Compiling the page's program for the browser ($profile)"
# shellcheck disable=SC2086 # an empty toolchain is no argument
run_long "wasm-$profile" cargo $toolchain build --locked --package frontend --lib --profile "$profile" --target "$WASM_TARGET" ||
  fail "The page's program does not compile." "The compiler said why, above." "Mend it and run this again."

now=$(sha256sum "$binary" | cut -c 1-64)-$(locked_version wasm-bindgen)-$BINARYEN_VERSION-$(digest "$MAKE_DIR/wasm.sh")
if unchanged "$(basename "$out")" "$now" && [ -e "$out/wardlight_bg.wasm" ]; then exit 0; fi
rm -rf "$out"
# `--target web`: a plain module, no bundler. Symbol names are dropped later, by wasm-opt.
run_long "bindgen-$profile" "$(wasm_bindgen_home)/bin/wasm-bindgen" --target web --no-typescript --out-name wardlight --out-dir "$out" "$binary" ||
  fail "wasm-bindgen refused the program." "It said why, above." "The version of the tool and of the crate in Cargo.lock must be one; remove $(wasm_bindgen_home) and run this again."
if [ "$profile" = wasm-release ]; then
  say "Making it smaller with wasm-opt"
  # The features one by one: with all of them wasm-opt writes a module that Chromium refuses.
  run_long wasm-opt "$(binaryen_home)/node_modules/.bin/wasm-opt" -Oz --converge --strip-debug --strip-producers \
    --enable-bulk-memory --enable-reference-types --enable-sign-ext --enable-mutable-globals \
    --enable-nontrapping-float-to-int --enable-multivalue \
    "$out/wardlight_bg.wasm" -o "$out/wardlight_bg.small.wasm" ||
    fail "wasm-opt refused the program." "It said why, above." "Remove $(binaryen_home) and run this again."
  mv "$out/wardlight_bg.small.wasm" "$out/wardlight_bg.wasm"
fi
done_with "$(basename "$out")" "$now"
