#!/usr/bin/env bash
# Runs a command with a real, unlocked (or locked) Secret Service of its own, and no other.
#   with_keyring.sh unlocked|locked COMMAND [ARG …]      Debian: dbus gnome-keyring
set -u
state=$1
shift
home=$(mktemp -d)
export HOME=$home XDG_RUNTIME_DIR=$home/run XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache
mkdir -p "$XDG_RUNTIME_DIR" "$XDG_DATA_HOME/keyrings" "$XDG_CACHE_HOME"
chmod 700 "$XDG_RUNTIME_DIR"
# shellcheck disable=SC2016 # expanded by the inner shell
dbus-run-session -- bash -c '
    state=$1
    shift
    if [ "$state" = unlocked ]; then
        printf tests-only | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
    else
        gnome-keyring-daemon --foreground --components=secrets >/dev/null 2>&1 &
    fi
    daemon=$!
    for _ in $(seq 200); do
        dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
            org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null |
            grep -q "boolean true" && break
        sleep 0.05
    done
    "$@"
    status=$?
    kill "$daemon"
    wait "$daemon" 2>/dev/null
    exit "$status"' _ "$state" "$@"
status=$?
rm -rf "$home"
exit "$status"
