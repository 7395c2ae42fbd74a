"""Endpoints of the question bank, and of the files of questions that go in and out."""
