// First script of every page of a package. The page stands in an origin of its own: it sees no cookie, no storage and no page
// of ours, so the run-time of SCORM stands here, where a part's calls are answered at once, and only what was set goes out.
(function () {
  "use strict";
  const given = window.hengcaiPackage;
  if (!given) return;
  const isOld = given.standard === "1.2";
  const NAMES = isOld
    ? ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSGetLastError", "LMSGetErrorString", "LMSGetDiagnostic"]
    : ["Initialize", "Terminate", "GetValue", "SetValue", "Commit", "GetLastError", "GetErrorString", "GetDiagnostic"];
  const [START, END, , SET, COMMIT, ERROR] = NAMES;
  const LONGEST = isOld ? { "cmi.suspend_data": 4096, "cmi.core.lesson_location": 255, "cmi.comments": 4096 } : { "cmi.suspend_data": 64000, "cmi.location": 1000 };
  const TYPE_MISMATCH = isOld ? "405" : "406";
  const MARK = "hengcai-package:";

  shim("localStorage");
  shim("sessionStorage");
  shimCookie();

  const held = carried();
  const carrier = new window.CrossFrameAPI(given.home, window.top, { timeout: 30000 });
  const Runtime = isOld ? window.Scorm12API : window.Scorm2004API;
  const runtime = new Runtime({ autocommit: false, logLevel: 5 });
  runtime.loadFromFlattenedJSON(Object.assign({}, given.values, held.values));
  if (held.isOpen) runtime[START]("");

  let changes = {}, waiting = null, own = "0";
  const api = {};
  for (const name of NAMES) api[name] = (...asked) => (own = "0", String(runtime[name](...asked)));
  api[ERROR] = () => (own === "0" ? String(runtime[ERROR]()) : own);
  api[SET] = set;
  api[COMMIT] = (word) => finished(String(runtime[COMMIT](word)), () => soon());
  api[START] = start;
  api[END] = (word) => finished(String(runtime[END](word)), () => { held.isOpen = false; carry(); send(true); });
  window[isOld ? "API" : "API_1484_11"] = api;
  window.addEventListener("pagehide", () => send(false));

  function start(word) {
    own = "0";
    if (held.isOpen && held.fromBefore) {  // the page before this one began and went on without an end
      held.fromBefore = false;
      return "true";
    }
    return finished(String(runtime[START](word)), () => { held.isOpen = true; carry(); });
  }

  function set(element, value) {
    element = String(element);
    value = String(value);
    own = value.length > (LONGEST[element] || Infinity) ? TYPE_MISMATCH : "0";
    if (own !== "0") return "false";
    return finished(String(runtime[SET](element, value)), () => {
      changes[element] = held.values[element] = value;
      carry();
      soon();
    });
  }

  function finished(told, then) {
    if (told === "true") then();
    return told;
  }

  function soon() {
    waiting = waiting || setTimeout(() => send(false), 0);
  }

  // one message for all that was set in a row
  function send(isOver) {
    clearTimeout(waiting);
    waiting = null;
    if (!isOver && !Object.keys(changes).length) return;
    const told = JSON.stringify({ session: given.session, values: changes, isOver });
    changes = {};
    carrier.Commit(told);
  }

  // a part of several pages goes on where its page before stopped, even if that is not yet saved
  function carry() {
    try { window.name = MARK + JSON.stringify({ session: given.session, values: held.values, isOpen: held.isOpen }); } catch { /* too large: the next page has what is saved */ }
  }

  function carried() {
    try {
      const found = window.name.startsWith(MARK) ? JSON.parse(window.name.slice(MARK.length)) : null;
      if (found && found.session === given.session) return { values: found.values, isOpen: found.isOpen, fromBefore: found.isOpen };
    } catch { /* not ours */ }
    return { values: {}, isOpen: false, fromBefore: false };
  }

  // pages that ask for storage or a cookie without care would stop: here they find an empty one that lasts as long as they do
  function shim(name) {
    const kept = new Map();
    const storage = {
      getItem: (key) => (kept.has(String(key)) ? kept.get(String(key)) : null),
      setItem: (key, value) => void kept.set(String(key), String(value)),
      removeItem: (key) => void kept.delete(String(key)),
      clear: () => kept.clear(),
      key: (place) => [...kept.keys()][place] ?? null,
      get length() { return kept.size; },
    };
    try { Object.defineProperty(window, name, { value: storage, configurable: true }); } catch { /* as it is */ }
  }

  function shimCookie() {
    const kept = new Map();
    const put = (text) => {
      const [pair] = String(text).split(";"), place = pair.indexOf("=");
      if (place > 0) kept.set(pair.slice(0, place).trim(), pair.slice(place + 1).trim());
    };
    const get = () => [...kept].map(([name, value]) => `${name}=${value}`).join("; ");
    try { Object.defineProperty(document, "cookie", { get, set: put, configurable: true }); } catch { /* as it is */ }
  }
})();
