#!/usr/bin/env bash
# Everything that must be on the machine before anything is built: `setup.sh run`, or `setup.sh test` for the tests' browser too, or `setup.sh bench` for one as people have it.
# The order matters: Debian's packages bring npm, npm brings Node and wasm-opt, cargo brings wasm-bindgen.
. "$(dirname "$0")/lib.sh"

"$MAKE_DIR/packages.sh" "${1:-run}"
"$MAKE_DIR/rust.sh" "$([ "${1:-run}" = run ] || printf lint)"
"$MAKE_DIR/wasm-library.sh"
"$MAKE_DIR/node.sh"
"$MAKE_DIR/wasm-opt.sh"
"$MAKE_DIR/wasm-bindgen.sh"
