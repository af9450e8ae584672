"""What is no spreadsheet is refused in one way; what we write holds no formula."""

import zipfile
from io import BytesIO

import pytest
from openpyxl import load_workbook

from papers.spreadsheets import MAX_ROWS, MAX_UNPACKED, NoSpreadsheetError, TooLargeError, read_rows, write_sheet


def archive(**parts: bytes) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name.replace("__", "/"), part)
    return content.getvalue()


GOOD = write_sheet("People", ["Name"], [["Anna"]])


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"name,role\nAnna,rep\n", id="a CSV file"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\0" * 100, id="a picture"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, id="an old .xls"),
        pytest.param(archive(hello=b"world"), id="another zip file"),
        pytest.param(archive(**{"[Content_Types].xml": b"", "word__document.xml": b""}), id="a Word document"),
        pytest.param(archive(**{"[Content_Types].xml": b"<x", "xl__workbook.xml": b"<x"}), id="broken inside"),
        pytest.param(GOOD[: len(GOOD) // 2], id="cut off"),
    ],
)
def test_no_spreadsheet(content: bytes) -> None:
    with pytest.raises(NoSpreadsheetError):
        read_rows(content)


def test_a_file_that_unpacks_to_gigabytes_is_not_unpacked() -> None:
    bomb = archive(**{"[Content_Types].xml": b"", "xl__workbook.xml": b"\0" * (MAX_UNPACKED + 1)})
    assert len(bomb) < MAX_UNPACKED / 100
    with pytest.raises(TooLargeError):
        read_rows(bomb)


def test_a_list_with_too_many_rows() -> None:
    with pytest.raises(TooLargeError):
        read_rows(write_sheet("People", ["Name"], [["Anna"]] * (MAX_ROWS + 1)))


def test_what_is_written_is_read_back() -> None:
    rows = [["Anna", "rep"], ["小李", ""]]
    assert read_rows(write_sheet("链接", ["Name", "Role"], rows)) == [["Name", "Role"], *rows]


@pytest.mark.parametrize(
    ("word", "kept"),
    [
        ("=1+1", "'=1+1"),
        ("＝HYPERLINK(1)", "'＝HYPERLINK(1)"),
        ("+86 138", "'+86 138"),
        (" -x", "' -x"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("a=b", "a=b"),
        ("a\x00\x1fb", "ab"),
        ("", ""),
    ],
)
def test_no_formula_survives(word: str, kept: str) -> None:
    book = load_workbook(BytesIO(write_sheet("x", ["heading"], [[word]])))
    cell = book.worksheets[0]["A2"]
    assert (cell.value or "") == kept
    assert cell.data_type != "f"


def test_headings_stay_in_sight() -> None:
    book = load_workbook(BytesIO(GOOD))
    assert book.sheetnames[0] == "People"
    assert book.worksheets[0].freeze_panes == "A2"
