#!/bin/sh
# Cargo starts each test program through this: run it when its package was asked for, pass over it when not (see native.sh).
case " $WARDLIGHT_TEST_ONLY " in
  *" $CARGO_PKG_NAME "*) exec "$@" ;;
esac
