#!/usr/bin/env bash
# The two programs that run in the browser: Rust → WebAssembly → JavaScript glue → smaller WebAssembly. `ward` is the ward's and a chart's, `portal` the patient's own
# page's: one crate, linked twice. The result lies in $STATE/page.
# `wasm.sh dev` leaves out the optimisation: quick to build, for `make dev` only; its result lies in $STATE/page-dev.
. "$(dirname "$0")/lib.sh"

if [ "${1:-}" = dev ]; then profile=dev folder=debug out=$STATE/page-dev
else profile=wasm-release folder=wasm-release out=$STATE/page; fi
toolchain=$(wasm_toolchain)
binary=$TARGET/$WASM_TARGET/$folder/frontend.wasm
built=$out.built
mkdir -p "$built"
# No path of this machine stands in what is sent, so that the program is the same wherever it is built. Cargo adds these to what .cargo/config.toml says.
paths="build.rustflags=['--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=c', '--remap-path-prefix=$ROOT=w']"

for program in ward portal; do
  features=
  if [ "$program" = portal ]; then features='--features portal'; fi
  say "Compiling the program of the $program for the browser ($profile)"
  # shellcheck disable=SC2086 # nothing is no argument
  run_long "wasm-$program-$profile" cargo $toolchain build --config "$paths" --locked --package frontend --lib $features --profile "$profile" --target "$WASM_TARGET" ||
    fail "The program of the $program does not compile." "The compiler said why, above." "Mend it and run this again."
  cp "$binary" "$built/$program.wasm"
done

now=$(cat "$built/ward.wasm" "$built/portal.wasm" | sha256sum | cut -c 1-64)-$(locked_version wasm-bindgen)-$BINARYEN_VERSION-$(digest "$MAKE_DIR/wasm.sh" "$MAKE_DIR/slim.mjs" "$MAKE_DIR/slim_wasm.mjs")
if unchanged "$(basename "$out")" "$now" && [ -e "$out/portal_bg.wasm" ]; then exit 0; fi
rm -rf "$out"
for program in ward portal; do
  # `--target web`: a plain module, no bundler. Symbol names are dropped later, by wasm-opt.
  run_long "bindgen-$program-$profile" "$(wasm_bindgen_home)/bin/wasm-bindgen" --target web --no-typescript --out-name "$program" --out-dir "$out" "$built/$program.wasm" ||
    fail "wasm-bindgen refused the program." "It said why, above." "The version of the tool and of the crate in Cargo.lock must be one; remove $(wasm_bindgen_home) and run this again."
  if [ "$profile" = wasm-release ]; then
    say "Making it smaller with wasm-opt"
    node "$MAKE_DIR/slim.mjs" drop "$out/${program}_bg.wasm" "$out/$program.js" || fail "The program of the $program has an unexpected form." "slim.mjs said which." "Look at .make/slim.mjs."
    # The features one by one: with all of them wasm-opt writes a module that Chromium refuses.
    features='--enable-bulk-memory --enable-reference-types --enable-sign-ext --enable-mutable-globals --enable-nontrapping-float-to-int --enable-multivalue'
    # shellcheck disable=SC2086 # each is an argument of its own
    run_long "wasm-opt-$program" "$(binaryen_home)/node_modules/.bin/wasm-opt" -Oz --converge --strip-debug --strip-producers $features \
      "$out/${program}_bg.wasm" -o "$built/$program.small.wasm" ||
      fail "wasm-opt refused the program." "It said why, above." "Remove $(binaryen_home) and run this again."
    # By itself: it must run once.
    # shellcheck disable=SC2086
    "$(binaryen_home)/node_modules/.bin/wasm-opt" --minify-imports-and-exports-and-modules --strip-target-features $features \
      "$built/$program.small.wasm" -o "$out/${program}_bg.wasm" > "$built/$program.names.json" ||
      fail "wasm-opt could not rename the calls of the program." "It said why, above." "Remove $(binaryen_home) and run this again."
    node "$MAKE_DIR/slim.mjs" rename "$built/$program.names.json" "$out/$program.js" ||
      fail "The two halves of the program of the $program do not fit." "slim.mjs said where." "Look at .make/slim.mjs."
  fi
done
done_with "$(basename "$out")" "$now"
