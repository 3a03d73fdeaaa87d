#!/usr/bin/env bash
# Rebuilds what a change touches, restarts the server (it reads the page's files once, at start), and lets open pages reload
# themselves: with WARDLIGHT_DEV=1 the server offers the event stream /dev/reload, which ends when the server does.
# Looking once a second at the files' times needs no extra tool. A change that does not compile leaves the old page up.
. "$(dirname "$0")/lib.sh"

export WARDLIGHT_ADDR=${WARDLIGHT_ADDR:-127.0.0.1:3000} WARDLIGHT_SITE_ROOT=$TARGET/site-dev WARDLIGHT_DEV=1
server='' running=''
seen=$STATE/dev-seen

stop_server() { if [ -n "$server" ]; then kill -TERM "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; server=''; fi; }
trap 'stop_server; exit 0' INT TERM
trap stop_server EXIT

# run_long's own Ctrl-C handling replaces ours, so each build step runs in a shell of its own.
build() { "$MAKE_DIR/wasm.sh" dev && "$MAKE_DIR/site.sh" dev && "$MAKE_DIR/server.sh" dev; }

changed() { [ -n "$(find app frontend server style public migrations Cargo.toml Cargo.lock -type f -newer "$seen" -print -quit 2>/dev/null)" ]; }

while true; do
  touch "$seen"
  started=$SECONDS
  if build; then
    now=$(digest "$TARGET/debug/wardlight" "$TARGET/site-dev/manifest.json")
    if [ "$now" != "$running" ] || ! kill -0 "$server" 2>/dev/null; then
      stop_server
      "$TARGET/debug/wardlight" serve --demo &
      server=$! running=$now
    fi
    note "up to date after $((SECONDS - started)) s; watching for changes (Ctrl-C ends)"
  else
    note "watching for the change that mends it"
  fi
  until changed; do sleep 1; done
  say "Something changed"
done
