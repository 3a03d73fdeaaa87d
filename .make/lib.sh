# shellcheck shell=bash
# What every step shares: where things lie, and how a step speaks. Source it first: `. "$(dirname "$0")/lib.sh"`.
# A step says in one line what it does and why, is skipped when done, and fails with one sentence: what, why, how to mend.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
MAKE_DIR=$ROOT/.make
cd "$ROOT"
# shellcheck source=versions.env
. "$MAKE_DIR/versions.env"

TARGET=${CARGO_TARGET_DIR:-$ROOT/target}
STATE=$TARGET/wardlight                 # stamps and logs of the steps; `make clean` removes them
LOGS=$STATE/logs
TOOLS=${WARDLIGHT_TOOLS:-${XDG_CACHE_HOME:-${HOME:?HOME is not set}/.cache}/wardlight/tools}  # shared by all checkouts
WASM_TARGET=wasm32-unknown-unknown
mkdir -p "$LOGS"
case ":$PATH:" in *":$HOME/.cargo/bin:"*) ;; *) PATH=$HOME/.cargo/bin:$PATH ;; esac

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then BOLD=$'\e[1m' DIM=$'\e[2m' RED=$'\e[31m' GREEN=$'\e[32m' PLAIN=$'\e[0m'
else BOLD='' DIM='' RED='' GREEN='' PLAIN=''; fi

say()  { printf '%s\n' "${BOLD}▸${PLAIN} $*"; }
note() { printf '%s\n' "  ${DIM}$*${PLAIN}"; }
# fail "what went wrong" "why, or what it means" "how to mend it"
fail() { printf '%s\n' "${RED}✗ $1${PLAIN} ${2:-} ${3:+→ $3}" >&2; exit 1; }

# Makes databases in memory from here on, where there is room: tests make and drop hundreds, each of a thousand files, and no disk has to keep one.
databases_in_memory() {
  local room memory
  room=$(df -Pm /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
  memory=$(awk '/^MemAvailable:/ { print int($2 / 1024) }' /proc/meminfo 2>/dev/null)
  if [ "${room:-0}" -ge 4096 ] && [ "${memory:-0}" -ge 8192 ] && [ -w /dev/shm ]; then export TMPDIR=/dev/shm; fi
}

# as_root COMMAND…: as root. Nobody can type a password into a command of run_long, so whoever uses it there calls ask_for_root before.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo ${IN_BACKGROUND:+-n} "$@"   # -n: ends with a word about it where it would have to ask
  else fail "This step needs root ($*)." "You are not root and there is no sudo." "Run it once as root, or install sudo."; fi
}
# Asks for sudo's password now, while the terminal is still ours.
ask_for_root() {
  as_root true || fail "This step needs root." "sudo refused, see above." "Run it once as root, or as a user who may use sudo."
}

# run_long NAME COMMAND…: runs it with its output in a log; shows a ticking line on a terminal, a line every 30 s elsewhere.
# A function given to it must hand on each failure itself (`|| return`): bash heeds no `set -e` where the caller says `|| fail`.
# On failure it prints the end of the log and returns the command's status, so that the caller can say how to mend it.
run_long() {
  local name=$1 log=$LOGS/$1.log started=$SECONDS shown=0 status=0 pid spent last IN_BACKGROUND=1
  shift
  set -m   # a process group of its own, so that Ctrl-C and kill can end all of it: the compiler too, not only cargo
  "$@" >"$log" 2>&1 </dev/null &
  pid=$!
  set +m
  trap 'kill -TERM -- "-$pid" 2>/dev/null || true; exit 130' INT TERM HUP
  while kill -0 "$pid" 2>/dev/null; do
    sleep 0.5
    spent=$((SECONDS - started))
    if [ -t 1 ]; then
      last=$(tail -c 300 "$log" | tr '\r' '\n' | sed -e 's/\x1b\[[0-9;]*[a-zA-Z]//g' -e '/^[[:space:]]*$/d' | tail -n 1 | cut -c "1-$(( ${COLUMNS:-100} - 14 ))")
      printf '\r\e[K  %s%4d s  %s%s' "$DIM" "$spent" "$last" "$PLAIN"
    elif [ $((spent - shown)) -ge 30 ]; then
      shown=$spent
      printf '  %4d s  %s\n' "$spent" "$(tail -c 300 "$log" | tr '\r' '\n' | sed '/^[[:space:]]*$/d' | tail -n 1 | cut -c 1-120)"
    fi
  done
  wait "$pid" || status=$?
  trap - INT TERM HUP
  [ -t 1 ] && printf '\r\e[K'
  spent=$((SECONDS - started))
  if [ "$status" != 0 ]; then
    tail -n "${LOG_LINES:-60}" "$log" | cut -c 1-1000 >&2
    printf '  %s\n' "(all of it: ${log#"$ROOT/"})" >&2
  elif [ "$spent" -ge 3 ]; then note "done in $spent s"; fi
  return "$status"
}

# digest PATH…: one hash over the names and contents of files; folders are walked, what is missing counts as empty. The same inputs give the same answer.
digest() { { find "$@" -type f -print0 2>/dev/null || true; } | LC_ALL=C sort -z | xargs -0r sha256sum | sha256sum | cut -c 1-64; }
# unchanged NAME DIGEST: did this step last end well with these inputs?   done_with NAME DIGEST: remember that it did.
unchanged() { [ "$(cat "$STATE/$1.stamp" 2>/dev/null)" = "$2" ]; }
done_with() { printf '%s\n' "$2" >"$STATE/$1.stamp"; }

# version_at_least HAVE WANT
version_at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }
locked_version() { awk -v want="name = \"$1\"" '$0 == want { getline; gsub(/[^0-9.]/, ""); print; exit }' "$ROOT/Cargo.lock"; }

# postgres_bin: the folder of PostgreSQL's programs: the newest that is whole and of PG_MAJOR or later, or nothing and a failure. The server
# chooses in the same way: server/hospital/src/db/cluster/programs.rs.
postgres_bin() {
  local bin major newest=0 found=''
  for bin in /usr/lib/postgresql/*/bin "$(pg_config --bindir 2>/dev/null || true)"; do
    [ -f "$bin/postgres" ] && [ -f "$bin/initdb" ] && [ -f "$bin/pg_ctl" ] || continue
    major=$("$bin/postgres" --version 2>/dev/null | sed -nE 's/^.*\(PostgreSQL\) ([0-9]+).*$/\1/p') || continue
    if [ "${major:-0}" -ge "$PG_MAJOR" ] && [ "$major" -ge "$newest" ]; then newest=$major found=$bin; fi
  done
  [ -n "$found" ] && printf '%s\n' "$found"
}

# A Node of our own (put there by node.sh) comes first on PATH where the machine has none that is new enough.
node_home() { printf '%s' "$TOOLS/node-$NODE_VERSION"; }
[ -x "$(node_home)/bin/node" ] && PATH=$(node_home)/bin:$PATH
wasm_bindgen_home() { printf '%s' "$TOOLS/wasm-bindgen-$(locked_version wasm-bindgen)"; }
binaryen_home() { printf '%s' "$TOOLS/binaryen-$BINARYEN_VERSION"; }

# The compiler that has the WebAssembly library: empty for the default one, `+debian` for the fallback (see wasm-library.sh).
wasm_toolchain() { cat "$STATE/wasm-toolchain" 2>/dev/null || true; }
export PATH
