#!/bin/sh
# Installs those of the Debian packages named whose program is missing: `tools/debian.sh chromium=chromium …`.
# Ends with 1 and one line where they cannot be installed, with 2 where this machine has no apt-get or one may not.
set -u

here() {
  case $1 in
    cjk-font) fc-list 2>/dev/null | grep -qi cjk ;;
    initdb) command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 ;; # not on Debian's path
    *) command -v "$1" >/dev/null 2>&1 ;;
  esac
}

missing() { for pair in "$@"; do here "${pair%%=*}" || printf '%s ' "${pair#*=}"; done; }

packages=$(missing "$@")
[ -n "$packages" ] || exit 0
if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" != 0 ]; then
  echo "missing, and apt-get is not at hand for this user: ${packages% }" >&2
  exit 2
fi
said=$(mktemp)
trap 'rm -f "$said"' EXIT
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # several packages
if ! { apt-get update -qq && apt-get install -y -qq -o DPkg::Lock::Timeout=300 --no-install-recommends $packages; } >"$said" 2>&1; then
  echo "apt-get could not install ${packages% }: $(grep -E '^E' "$said" | head -n 1)" >&2
  exit 1
fi
packages=$(missing "$@")
[ -z "$packages" ] || { echo "installed by apt-get and still not found: ${packages% }" >&2; exit 1; }
