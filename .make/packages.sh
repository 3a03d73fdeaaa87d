#!/usr/bin/env bash
# The Debian packages that this checkout needs: `packages.sh run`, or `packages.sh test` for the tests' browser too, or `packages.sh bench`.
# To add one: a line `want PACKAGE PROOF WHY` below; PROOF is a file or command whose presence means that it is there.
. "$(dirname "$0")/lib.sh"

missing=() reasons=()
lack() { missing+=("$1"); reasons+=("$1 ($2)"); } # PACKAGE WHY
want() { # PACKAGE PROOF WHY
  command -v "$2" >/dev/null 2>&1 || compgen -G "$2" >/dev/null || lack "$1" "$3"
}
want build-essential cc "compiles the cryptography library"
want ca-certificates /etc/ssl/certs/ca-certificates.crt "lets cargo and npm check who answers"
postgres_bin >/dev/null || lack "postgresql-$PG_MAJOR" "the hospital's database"
want zstd zstd "compresses the page's files"
want npm npm "brings wasm-opt, the browser tests' packages, and Node where that is too old"
if [ "${1:-run}" != run ]; then
  want chromium-headless-shell chromium-headless-shell "the browser that the tests drive"
  [ "$1" = test ] || want chromium chromium "the browser in which pages are measured"
  want fonts-dejavu-core '/usr/share/fonts/truetype/*/*.ttf' "letters for the browser"
fi

[ ${#missing[@]} -gt 0 ] || exit 0
say "Installing Debian packages: $(IFS=,; printf '%s' "${reasons[*]}" | sed 's/,/, /g')"
command -v apt-get >/dev/null ||
  fail "These are missing: ${missing[*]}." "This system has no apt-get, so they cannot be installed from here." "Install them with your system's own tool and run this again."

install() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@"; }
all() {
  as_root apt-get -o DPkg::Lock::Timeout=300 update || return
  case " ${missing[*]} " in *" postgresql-"*)
    # Debian would start a server of its own on port 5432 with this package. Wardlight runs a private one, so say no first.
    install postgresql-common && as_root mkdir -p /etc/postgresql-common/createcluster.d || return
    printf 'create_main_cluster = false\n' | as_root tee /etc/postgresql-common/createcluster.d/wardlight.conf ;;
  esac
  install "${missing[@]}"
}
ask_for_root
# What the tests drive is the shell of Chromium, for the sake of time; where only that is missing, Chromium itself will do.
run_long packages all || { [ "${missing[*]}" = chromium-headless-shell ] && command -v chromium >/dev/null; } ||
  fail "The packages could not be installed." "The reason stands above." "Mend that, or install them by hand: ${missing[*]}"
