#!/usr/bin/env bash
# The last step of `make run`: hands this very process over to the server, so that Ctrl-C reaches it and it stops what it started:
# the simulated devices and the private PostgreSQL. It prints address, accounts and where the data lies itself.
. "$(dirname "$0")/lib.sh"

export WARDLIGHT_ADDR=${WARDLIGHT_ADDR:-127.0.0.1:3000} WARDLIGHT_SITE_ROOT=${WARDLIGHT_SITE_ROOT:-$TARGET/site}
say "Starting the demo hospital on http://$WARDLIGHT_ADDR"
exec "$TARGET/demo/wardlight" serve --demo
