#!/usr/bin/env bash
# Rust's standard library for WebAssembly, and which compiler has it. The ordinary way is `rustup target add`; where rustup
# cannot reach its server, Debian's own Rust builds it from source (wasm-library-debian.sh). The answer goes to
# $STATE/wasm-toolchain: empty for the default compiler, `+debian` for the other.
# WARDLIGHT_WASM_FROM=rustup or =debian insists on one of the two.
. "$(dirname "$0")/lib.sh"

from=${WARDLIGHT_WASM_FROM:-any}
has_library() { compgen -G "$1/lib/rustlib/$WASM_TARGET/lib/libstd-*.rlib" >/dev/null; }
chosen() { printf '%s' "$1" >"$STATE/wasm-toolchain"; exit 0; }

if [ "$from" != debian ]; then
  if has_library "$(rustc --print sysroot)"; then chosen ''; fi
  # Built here before: the script below sees at once whether it is still of the right compiler, so rustup need not be asked again.
  if [ "$from" = any ] && [ -e "/usr/lib/rustlib/$WASM_TARGET/lib/built-by" ]; then "$MAKE_DIR/wasm-library-debian.sh"; chosen +debian; fi
  if command -v rustup >/dev/null; then
    say "Adding Rust's library for WebAssembly: the page's program is compiled for the browser"
    if run_long wasm-target timeout 120 rustup target add "$WASM_TARGET" && has_library "$(rustc --print sysroot)"; then chosen ''; fi
    note "rustup could not fetch it."
  fi
  [ "$from" = rustup ] && fail "Rust's library for WebAssembly is missing." "rustup could not fetch it." "Unset WARDLIGHT_WASM_FROM to have it built from Debian's source."
fi
"$MAKE_DIR/wasm-library-debian.sh"
chosen +debian
