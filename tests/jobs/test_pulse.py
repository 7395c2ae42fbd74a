"""The web server knows whether the worker beside it lives."""

import os
import threading
import time

from hengcai.jobs import pulse


def beaten(monkeypatch, tmp_path):
    path = tmp_path / "pulse"
    monkeypatch.setenv(pulse.PULSE, str(path))
    return path


def test_where_no_worker_was_started_none_is_missed(monkeypatch):
    monkeypatch.delenv(pulse.PULSE, raising=False)
    assert pulse.is_alive()


def test_a_worker_that_never_beat_is_missed(monkeypatch, tmp_path):
    beaten(monkeypatch, tmp_path)
    assert not pulse.is_alive()


def test_a_worker_that_fell_silent_is_missed(monkeypatch, tmp_path):
    path = beaten(monkeypatch, tmp_path)
    path.touch()
    assert pulse.is_alive()
    long_ago = time.time() - pulse.SILENT_SECONDS - 1
    os.utime(path, (long_ago, long_ago))
    assert not pulse.is_alive()


def test_it_beats_while_the_thread_that_works_lives(monkeypatch, tmp_path):
    path = beaten(monkeypatch, tmp_path)
    monkeypatch.setattr(pulse, "BEAT_SECONDS", 0.01)
    work = threading.Event()
    worker = threading.Thread(target=work.wait)
    worker.start()
    pulse.beating(worker)
    while not path.exists():
        time.sleep(0.01)
    work.set()
    worker.join()
    time.sleep(0.1)
    path.unlink()
    time.sleep(0.1)
    assert not path.exists()


def test_the_health_page_says_that_the_worker_is_gone(client, db, monkeypatch, tmp_path):
    beaten(monkeypatch, tmp_path)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["status"]) == (503, "worker")
