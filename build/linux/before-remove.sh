#!/bin/sh
# Before removing, not before upgrading: whoever has Hotseat open is asked to quit, and then made to.
set -e

case "$1" in upgrade | failed-upgrade | 1) exit 0 ;; esac

# The processes that run the installed program; their main ones have no type.
running() {
  for process in /proc/[0-9]*; do
    case "$(readlink "$process/exe" 2>/dev/null || true)" in
      /opt/Hotseat/hotseat*)
        if [ "$1" = all ] || ! tr '\0' '\n' <"$process/cmdline" 2>/dev/null | grep -q '^--type='; then
          echo "$process" | cut -d/ -f3
        fi
        ;;
    esac
  done
}

for pid in $(running main); do kill -TERM "$pid" 2>/dev/null || true; done
tries=0
while [ -n "$(running all)" ] && [ $tries -lt 50 ]; do
  sleep 0.2
  tries=$((tries + 1))
done
for pid in $(running all); do kill -KILL "$pid" 2>/dev/null || true; done
