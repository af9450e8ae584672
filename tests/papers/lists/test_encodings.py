"""Files in every encoding that spreadsheets write here, short ones and long ones."""

from pathlib import Path

import pytest

from papers.lists.encodings import encoding_of
from tests.papers.lists.files import text

SIMPLIFIED = "客户名称,业务员,电话\n恒大钢铁有限公司,李华,13800138000\n"
TRADITIONAL = "客戶名稱,業務員,電話\n恆大鋼鐵有限公司,李華,0912345678\n"
WESTERN = "Customer;Owner\nMüller Söhne GmbH;Jürgen Groß\nCafé Olé;René\n"
MIXED = "customer,owner,phone\n" + "Acme Tools,Anna,+6565550123\n" * 2_000 + "恒大钢铁,李华,13800138000\n"
SHORT = "客户,等级\n金桥,A\n"
TABLE = [
    (SIMPLIFIED, "utf-8"),
    (SIMPLIFIED, "utf-8-sig"),
    (SIMPLIFIED, "gbk"),
    (SIMPLIFIED, "gb18030"),
    (SIMPLIFIED, "utf-16"),
    (SIMPLIFIED, "utf-16-le"),
    (SIMPLIFIED, "utf-16-be"),
    (TRADITIONAL, "big5"),
    (TRADITIONAL, "utf-8"),
    (TRADITIONAL, "utf-16"),
    (WESTERN, "cp1252"),
    (WESTERN, "utf-8"),
    (MIXED, "utf-8"),
    (MIXED, "gbk"),
    (SHORT, "gbk"),
    ("客戶,等級\n金橋,A\n", "big5"),
    ("name,owner\nAcme,Anna\n", "ascii"),
    ("name,owner\nAcme,Anna\n", "utf-16"),
    ("name,owner\nAcme,Anna\n", "utf-16-le"),
    ("客户;日期;金额\nA区B;2026-04-13;5\nC区D;2026-04-13;5\nE区F;2026-04-13;5\n", "gb18030"),
    ("客户;日期\nA1;2026-04-13\n", "gb18030"),
    ("备注,客户\nok,A1\n", "big5hkscs"),
    ("名称,备注\n𠮷野家,😀\n", "gb18030"),
    ("客户名称,地址\n上海市浦东新区张江高科技园区碧波路690号,鑫淼焱垚有限公司\n", "gbk"),
    ("客戶名稱,地址\n臺北市信義區市府路45號,鑫淼企業股份有限公司\n", "big5"),
]


@pytest.mark.parametrize(("words", "encoding"), TABLE)
def test_what_was_written_is_read(tmp_path: Path, words: str, encoding: str) -> None:
    file = text(tmp_path / "list.csv", words, encoding)
    assert file.read_text(encoding_of(file)).lstrip("\ufeff") == words
