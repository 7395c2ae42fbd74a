"""Whose contact it was and what about: a number that tells neither and is the same whenever both are."""

import pytest
from django.db import connection

from hengcai.accounts.models import system_user
from hengcai.interactions.exporting import exported
from hengcai.interactions.models import Contact
from hengcai.interactions.rules.contact import OPTIONAL
from hengcai.interactions.rules.headings.contacts import CONTACTS
from hengcai.interactions.rules.headings.guess import guess
from hengcai.interactions.rules.matters import matter_key, secret_of
from tests import cast
from tests.interactions.bringing import HEADER, bring, counts, csv_file, row

SECRET = secret_of("one installation")
WHOSE = [*HEADER, "customer", "matter"]


def key(customer: str, matter: str, secret: bytes = SECRET) -> int | None:
    return matter_key(customer, matter, secret=secret)


SPELLINGS = [("c-9", "refund"), (" C-9 ", "Refund"), ("Ｃ-９", "REFUND"), ("C-9\u200b", "refund")]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_customer_and_a_matter_are_the_same_however_they_are_typed(spelling):
    assert key(*spelling) == key("C-9", "Refund")


def test_another_customer_another_matter_or_another_installation_is_another_number():
    elsewhere = secret_of("another installation")
    others = [key("C-8", "Refund"), key("C-9", "Delivery"), key("C", "-9Refund"), key("C-9", "Refund", elsewhere)]
    assert len({key("C-9", "Refund"), *others}) == 5


@pytest.mark.parametrize("whose", [("", "Refund"), ("C-9", ""), (" ", "Refund"), ("C-9", "\u200b"), ("", "")])
def test_without_customer_or_matter_there_is_none(whose):
    assert key(*whose) is None


def test_it_fits_the_narrow_column_of_both_databases():
    keys = [key(f"C{number}", "Refund") for number in range(2_000)]
    assert len(set(keys)) == 2_000
    assert -(2**63) <= min(keys) < 0 < max(keys) < 2**63


def test_neither_lies_in_the_database_and_an_export_gives_both_back(db, tmp_path):
    cast.li()
    rows = [row(1, customer="8801002233", matter="退货"), row(2, customer="8801002233")]
    bring(csv_file(tmp_path / "a.csv", rows, WHOSE))
    keys = dict(Contact.objects.values_list("key", "matter_key"))
    assert keys["c1"] is not None
    assert keys["c2"] is None
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM interactions_contact")
        assert not any("8801002233" in str(cell) or "退货" in str(cell) for line in cursor.fetchall() for cell in line)
    given = {one["id"]: (one.get("customer"), one.get("matter")) for one in exported(by=system_user(), is_masked=False)}
    assert given == {"c1": ("8801002233", "退货"), "c2": ("8801002233", None)}


def test_another_matter_is_other_content_and_an_update_takes_it_over(db, tmp_path):
    cast.li()
    first = csv_file(tmp_path / "a.csv", [row(1, customer="C1", matter="退货")], WHOSE)
    bring(first)
    before = Contact.objects.get().matter_key
    other = csv_file(tmp_path / "b.csv", [row(1, customer="C1", matter="换货")], WHOSE)
    assert counts(bring(other)) == (1, 0, 0, 0, 1)
    assert counts(bring(other, update=True)) == (1, 0, 1, 0, 0)
    assert Contact.objects.get().matter_key not in (before, None)
    emptied = csv_file(tmp_path / "c.csv", [row(1, customer="", matter="换货")], WHOSE)
    bring(emptied, update=True)
    assert Contact.objects.get().matter_key is None


def test_a_file_without_these_columns_is_the_same_content_as_before_there_were_any(db, tmp_path):
    """The digest of such a row is what it was, so that files sent again are passed over."""
    cast.li()
    bring(csv_file(tmp_path / "a.csv", [row(1)]))
    assert Contact.objects.get().digest == "263f3611bb538f6628a60c4cc3ea5d97"


def test_the_headings_of_an_office_are_understood():
    ours = ["id", "agent", "started_at", "channel", *OPTIONAL]
    found = guess(["流水号", "主叫号码", "来电原因"], CONTACTS, ours).found
    assert (found["customer"], found["matter"]) == ("主叫号码", "来电原因")
