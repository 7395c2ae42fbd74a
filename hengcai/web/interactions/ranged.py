"""A file sent in pieces, as a player asks for them."""

from django.http import FileResponse, HttpResponse

from hengcai.interactions.rules.ranges import UnsatisfiableError, asked_range, shortened

MOST_AT_ONCE = 1 << 19


def ranged(request, path, *, media_type, tag):
    """206 with the bytes asked for, never many at once; 416 behind the end; otherwise the whole."""
    size = path.stat().st_size
    header, since = request.headers.get("Range", ""), request.headers.get("If-Range", "")
    try:
        span = asked_range(header, size=size, if_range=since, tag=tag)
    except UnsatisfiableError:
        return _dressed(HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"}), media_type, tag)
    if span is None:
        return _dressed(FileResponse(path.open("rb")), media_type, tag)
    span = shortened(span, most=MOST_AT_ONCE)
    with path.open("rb") as file:
        file.seek(span.first)
        answer = HttpResponse(file.read(span.length), status=206)
    answer["Content-Range"] = f"bytes {span.first}-{span.last}/{size}"
    return _dressed(answer, media_type, tag)


def _dressed(answer, media_type, tag):
    answer["Content-Type"], answer["ETag"], answer["Accept-Ranges"] = media_type, tag, "bytes"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Disposition"] = "inline"
    return answer
