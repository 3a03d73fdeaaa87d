#!/usr/bin/env bash
# The way without rustup's server: Debian 12 carries a newer Rust with its library's source; the WebAssembly library is built
# from that once (about half a minute) and put beside it. The compiler that built it is the one that must use it, so it is
# linked as the toolchain `debian`, and its own clippy checks the WebAssembly code.
. "$(dirname "$0")/lib.sh"

library=/usr/lib/rustlib/$WASM_TARGET/lib
packages=(rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy lld-22)   # lld-22: its linker for WebAssembly
command -v rustup >/dev/null ||
  fail "There is no rustup." "It is what lets cargo choose between two compilers." "Install Rust with rustup, then run this again."

installed() { dpkg-query -W -f '${db:Status-Abbrev}\n' "${packages[@]}" 2>/dev/null | grep -c '^ii'; }
if [ "$(installed)" != ${#packages[@]} ]; then
  say "Installing Debian's Rust: rustup could not fetch the library for WebAssembly, so it is built from Debian's source"
  command -v apt-get >/dev/null ||
    fail "Rust's library for WebAssembly is missing." "rustup could not fetch it and this is no Debian." "Run \`rustup target add $WASM_TARGET\` where there is a network."
  all() {
    as_root apt-get -o DPkg::Lock::Timeout=300 update &&
      as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "${packages[@]}"
  }
  ask_for_root
  run_long debian-rust all || fail "Debian's Rust could not be installed." "The reason stands above." "Mend that and run this again."
fi
rustup toolchain list | grep -q '^debian' || rustup toolchain link debian /usr
have=$(rustc +debian --version | cut -d ' ' -f 2)
version_at_least "$have" "$RUST_MIN" || fail "Debian's Rust $have is too old." "Wardlight needs $RUST_MIN." "Let the security archive of Debian 12 be among apt's sources."

# The library must be of this very compiler: an update of the package leaves an old one behind.
[ "$(cat "$library/built-by" 2>/dev/null)" = "$have" ] && exit 0
say "Building Rust's library for WebAssembly from Debian's source (half a minute, once)"
ask_for_root
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/src"
printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' >"$work/Cargo.toml"
printf '#![no_std]\n' >"$work/src/lib.rs"
build() {   # embed-bitcode: without it a later `lto = true` finds nothing to optimise and stops
  cd "$work" || return
  env -u CARGO_TARGET_DIR RUSTC_BOOTSTRAP=1 CARGO_PROFILE_RELEASE_OPT_LEVEL=s RUSTFLAGS='-C embed-bitcode=yes' \
    cargo +debian build --release -Z build-std=std,panic_abort --target "$WASM_TARGET"
}
run_long wasm-library build || fail "The library for WebAssembly could not be built." "The compiler said why, above." "Run \`rustup target add $WASM_TARGET\` where there is a network instead."
rm -f "$work/target/$WASM_TARGET/release/deps/"libempty-*
put_beside() {
  as_root mkdir -p "$library" && as_root rm -f "$library"/*.rlib && as_root cp "$work/target/$WASM_TARGET/release/deps/"*.rlib "$library/" &&
    printf '%s\n' "$have" | as_root tee "$library/built-by" >/dev/null
}
put_beside || fail "The library for WebAssembly could not be put into $library." "The message above says why." "Mend that and run this again."
