#!/bin/sh
# Installs Chromium from Debian's packages for the browser tests, unless there is one. Says what to do where it cannot.
set -eu
if [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ]; then exit 0; fi
if [ -x /usr/bin/chromium ]; then exit 0; fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "No Chromium at /usr/bin/chromium and no apt-get: install Chromium and set CHROMIUM to its path." >&2
    exit 1
fi
if [ "$(id -u)" -eq 0 ]; then as_root=""
elif command -v sudo >/dev/null 2>&1; then as_root="sudo"
else
    echo "Chromium is missing: run 'apt-get install chromium' as root, or set CHROMIUM to the path of one." >&2
    exit 1
fi
$as_root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
test -x /usr/bin/chromium
