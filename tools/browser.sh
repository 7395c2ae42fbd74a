#!/bin/sh
# Browser tests drive Debian's Chromium with a Chinese font; where apt-get is at hand they are put there.
tools/debian.sh chromium=chromium fc-list=fontconfig cjk-font=fonts-noto-cjk
code=$?
if [ $code = 2 ]; then echo "The browser tests will be skipped and say so." >&2; exit 0; fi
exit $code
