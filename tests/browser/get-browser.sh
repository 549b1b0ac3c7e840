#!/bin/sh
# usage: get-browser.sh VENV
# Makes sure that the browser tests can run: a Chromium that is here, else Debian's package, else a clear word; and the
# system library that Playwright's driver in VENV needs, which a bare Debian lacks.
set -eu
venv=$1

fail() { echo "error: $1" >&2; exit 1; }

install() {
  command -v apt-get >/dev/null 2>&1 || return 1
  as_root=""
  [ "$(id -u)" -eq 0 ] || as_root="sudo -n"
  { $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null 2>&1
}

has_chromium() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then return 0; fi
  done
  return 1
}

if ! has_chromium; then
  echo "Installing Debian's chromium (about 250 MB, once)"
  install chromium fonts-noto-core \
    || fail "the browser tests need Chromium: install it (Debian: apt-get install chromium) or name a browser that is here, as in: CHROMIUM=/path/to/chrome make test"
fi
if ! "$venv/bin/playwright" --version >/dev/null 2>&1; then
  echo "Installing Debian's libatomic1 for the browser's driver"
  { install libatomic1 && "$venv/bin/playwright" --version >/dev/null 2>&1; } \
    || fail "Playwright's driver does not start here; install libatomic1 (Debian: apt-get install libatomic1) and look at: $venv/bin/playwright --version"
fi
