#!/usr/bin/env bash
# wasm-bindgen writes the JavaScript that loads the page's WebAssembly. Tool and crate must be of exactly one version.
# One that fits on PATH is taken; else it is compiled once into the tool cache, with little optimisation: it runs for a second.
. "$(dirname "$0")/lib.sh"

version=$(locked_version wasm-bindgen)
home=$(wasm_bindgen_home)
[ -n "$version" ] || fail "Cargo.lock names no wasm-bindgen." "The page's program needs it." "Restore Cargo.lock from the repository."
fits() { [ "$("$1" --version 2>/dev/null)" = "wasm-bindgen $version" ]; }
if fits "$home/bin/wasm-bindgen"; then exit 0; fi
if found=$(command -v wasm-bindgen) && fits "$found"; then
  mkdir -p "$home/bin" && ln -sf "$found" "$home/bin/wasm-bindgen" && exit 0
fi
say "Compiling wasm-bindgen $version into the tool cache (about 2 minutes, once): it joins the page's WebAssembly to the browser"
export CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
export CARGO_TARGET_DIR=$STATE/wasm-bindgen
run_long wasm-bindgen cargo install wasm-bindgen-cli --version "=$version" --root "$home" --bin wasm-bindgen --force ||
  fail "wasm-bindgen $version could not be compiled." "cargo said why, above." "Mend that, or put a wasm-bindgen $version on PATH, and run this again."
rm -rf "$CARGO_TARGET_DIR"
