"""Small packages as an authoring tool would write them, and a course that plays one."""

import zipfile
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile

from hengcai.base import clock
from hengcai.courseware.unpacking import receive_package
from hengcai.training import actions as training
from tests import cast
from tests.training.courses.made import definition, pair

FINDER = """
function found(win, name) {
  for (var n = 0; win[name] == null && win.parent != null && win.parent != win && n < 7; n++) win = win.parent;
  return win[name];
}
"""
OLD_PAGE = """<!DOCTYPE html><html><HEAD><meta charset="utf-8"><title>SCO</title><link rel="stylesheet" href="css/style.css">
<script src="js/finder.js"></script></HEAD><body><h1 id="title">SCO</h1><p id="read"></p><p id="data"></p><p id="tried"></p>
<button id="next">next</button><button id="pass">pass</button><button id="long">long</button>
<script>
var api = found(window, "API");
var began = api.LMSInitialize("");
document.getElementById("read").textContent = [began, api.LMSGetValue("cmi.core.entry"), api.LMSGetValue("cmi.core.lesson_location"),
  api.LMSGetValue("cmi.suspend_data"), api.LMSGetValue("cmi.core.student_name"), api.LMSGetValue("cmi.core.lesson_mode"), api.LMSGetLastError()].join("|");
document.getElementById("next").onclick = function () {
  var n = Number(api.LMSGetValue("cmi.core.lesson_location") || 0) + 1;
  api.LMSSetValue("cmi.core.lesson_location", String(n));
  api.LMSSetValue("cmi.suspend_data", "seen=" + n);
  for (var i = 0; i < 120; i++) {
    var k = api.LMSGetValue("cmi.interactions._count");
    api.LMSSetValue("cmi.interactions." + k + ".id", "q" + k);
  }
  api.LMSSetValue("cmi.core.exit", "suspend");
  document.getElementById("title").textContent = "page " + n + " " + api.LMSCommit("") + " " + api.LMSGetValue("cmi.interactions._count");
};
document.getElementById("pass").onclick = function () {
  api.LMSSetValue("cmi.core.score.raw", "85");
  api.LMSSetValue("cmi.core.lesson_status", "completed");
  api.LMSSetValue("cmi.core.session_time", "0009:00:00");
  document.getElementById("title").textContent = "over " + api.LMSFinish("");
};
document.getElementById("long").onclick = function () {
  document.getElementById("title").textContent = "long " + api.LMSSetValue("cmi.suspend_data", new Array(4098).join("x")) + " " + api.LMSGetLastError();
};
fetch("data/words.json").then(function (a) { return a.json(); }).then(function (a) { document.getElementById("data").textContent = a.word; });
</script></body></html>"""
NEW_PAGE = """<html><head><script src="finder.js"></script></head><body><h1 id="title">SCO</h1><p id="read"></p>
<button id="next">next</button><button id="pass">pass</button>
<script>
var api = found(window, "API_1484_11");
var began = api.Initialize("");
function told(name) { return api.GetValue(name); }
document.getElementById("read").textContent = [began, told("cmi.entry"), told("cmi.location"), told("cmi.suspend_data"), told("cmi.scaled_passing_score")].join("|");
document.getElementById("next").onclick = function () {
  api.SetValue("cmi.location", "slide-4"); api.SetValue("cmi.suspend_data", "a=1"); api.SetValue("cmi.exit", "suspend");
  document.getElementById("title").textContent = "kept " + api.Terminate("");
};
document.getElementById("pass").onclick = function () {
  api.SetValue("cmi.score.scaled", "0.9"); api.SetValue("cmi.completion_status", "completed"); api.SetValue("cmi.success_status", "passed");
  document.getElementById("title").textContent = "over " + api.Terminate("");
};
</script></body></html>"""
OLD_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="O"><organization identifier="O"><title>{title}</title>
<item identifier="I1" identifierref="R1"><title>Opening</title><adlcp:masteryscore>80</adlcp:masteryscore><adlcp:datafromlms>start=1</adlcp:datafromlms></item>
</organization></organizations>
<resources><resource identifier="R1" type="webcontent" adlcp:scormtype="sco" href="index.html"><file href="index.html"/></resource></resources></manifest>"""
NEW_MANIFEST = """<?xml version="1.0"?>
<manifest identifier="M" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
<metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
<organizations default="O"><organization identifier="O"><title>{title}</title>
<item identifier="I1"><title>Chapter</title><item identifier="I2" identifierref="R1" parameters="?mode=a"><title>First</title>
<imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="P" satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing></item></item>
<item identifier="I3" identifierref="R2"><title>Leaflet</title></item>
</organization></organizations>
<resources><resource identifier="R1" type="webcontent" adlcp:scormType="sco" xml:base="part/" href="start.htm"/>
<resource identifier="R2" type="webcontent" adlcp:scormType="asset" href="leaflet.html"/></resources></manifest>"""


def packed(files, *, prefix=""):
    """A zip of these names and texts."""
    into = BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(prefix + name, text)
    return into.getvalue()


def old_files(title="Complaints"):
    return {
        "imsmanifest.xml": OLD_MANIFEST.format(title=title), "index.html": OLD_PAGE, "js/finder.js": FINDER,
        "css/style.css": "h1 { color: rgb(1, 2, 3); }", "data/words.json": '{"word": "loaded"}',
    }  # fmt: skip


def new_files(title="Refunds"):
    return {
        "imsmanifest.xml": NEW_MANIFEST.format(title=title), "part/start.htm": NEW_PAGE, "part/finder.js": FINDER,
        "leaflet.html": "<p id='leaf'>read me</p>",
    }  # fmt: skip


def received(files, *, by="zhou", **more):
    upload = SimpleUploadedFile("package.zip", packed(files, **more), content_type="application/zip")
    return receive_package(cast.centre(), upload, by=cast.user(by), name=upload.name)


def playing(package, *, code="openings"):
    """A published course whose only lesson plays it."""
    lesson = {"code": "play", "kind": "scorm", "title": pair("课件", "Package"), "minutes": 20, "media": package.code}
    zhou = cast.user("zhou")
    made = training.add_course(cast.centre(), by=zhou, definition=definition(code=code, lessons=[lesson]))
    return training.publish_course(made, by=zhou, today=clock.today())


def way(package, name="li", **more):
    return training.enrol(playing(package, **more), by=cast.user(name))
