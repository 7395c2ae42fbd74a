#!/bin/sh
# Browser tests drive Debian's Chromium with a Chinese font; where apt-get is at hand they are put there.
set -eu
if command -v chromium >/dev/null 2>&1 && fc-list 2>/dev/null | grep -qi 'cjk'; then exit 0; fi
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk fontconfig >/dev/null
else
  echo "Chromium is missing and apt-get is not at hand: the browser tests will be skipped and say so." >&2
fi
