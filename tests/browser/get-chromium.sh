#!/bin/sh
# Makes sure there is a Chromium for the browser tests: one that is here, else Debian's package, else a clear word.
set -eu
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
  if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if command -v apt-get >/dev/null 2>&1; then
  as_root=""
  [ "$(id -u)" -eq 0 ] || as_root="sudo -n"
  echo "Installing Debian's chromium (about 250 MB, once)"
  if { $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends chromium fonts-noto-core; } >/dev/null 2>&1
  then exit 0; fi
fi
echo "error: the browser tests need Chromium: install it (Debian: apt-get install chromium) or name a browser that is here, as in: CHROMIUM=/path/to/chrome make test" >&2
exit 1
