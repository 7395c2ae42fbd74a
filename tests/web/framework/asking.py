"""A page of the framework by its name, and a form sent to one."""

from django.urls import reverse


def page(client, name, *args, status=200):
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == status
    return answer.content.decode()


def send(client, name, *args, status=302, **fields):
    answer = client.post(reverse(name, args=args), fields)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer
