"""Requests as programs send them, and what answers must look like."""

JSON = "application/json"
PROBLEM = "application/problem+json"


def told(client, address, **query):
    answer = client.get(f"/api{address}", query)
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()


def items(client, address, **query):
    return told(client, address, **query)["items"]


def sent(client, address, body, *, method="post", **headers):
    return getattr(client, method)(f"/api{address}", body, content_type=JSON, headers=headers)


def done(client, address, body, *, method="post"):
    answer = sent(client, address, body, method=method)
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()


def problem(answer, status, code):
    """A problem document; hands back its facts."""
    found = answer.json()
    assert (answer.status_code, answer["Content-Type"]) == (status, PROBLEM)
    assert (found["status"], found["code"], found["type"]) == (status, code, f"hengcai:{code}")
    assert found["detail"]
    return found.get("facts", {})


def refused(client, address, status, code, **query):
    return problem(client.get(f"/api{address}", query), status, code)
