"""What is played in the demo for the pictures of README and docs: each scene ends with the phone to look at."""

from collections.abc import Awaitable, Callable

from playwright.async_api import expect

from tests.browser.phones import PATIENCE, Desk, Phone

LIST = """\
Customer,Contact,Phone,Class,Region,Credit limit
Acme Tools Ltd.,Sarah Lee,+65 6555 0123,A,West,50k
Orchard Bakery,Mei Chen,+65 6555 0177,B,East,20k
Lumen Lighting,Ravi Kumar,12,B,North,"1,200.50"
Acme Machining,Tom Becker,+65 6555 0188,B,West,20k
,Nobody,+65 6555 0199,C,East,5k
"""
CHINESE_LIST = """\
客户名称,联系人,电话,等级,地区,信用额度
恒大钢铁集团有限公司,王总,+86 138 0013 8000,A,华东,50万
春风食品有限公司,陈芳,+86 139 0013 9001,B,华东,20万
明辉照明,李明,12,B,华北,8万
恒大钢构有限公司,赵工,+86 139 0013 9003,B,华东,20万
,无名,+86 139 0013 9009,C,华东,5万
"""
Scene = Callable[[Desk], Awaitable[Phone]]


async def invited(desk: Desk) -> Phone:
    boris, mei = desk.phone("Boris"), desk.phone("Mei")
    await boris.write("/invite Mei, rep, Singapore")
    await boris.sees("Invitation for Mei")
    await boris.press("Open the link")
    await boris.element.locator('[data-testid="open-on"][data-person="Mei"]').click()
    await mei.sees("Welcome, Mei!")
    return boris


async def told(desk: Desk) -> Phone:
    mei = desk.phone("Mei")
    await mei.write("Visited Zephyr Kilns this morning, met their buyer Sarah Lee, they want a quote by Friday")
    await mei.sees("✓ Saved: Zephyr Kilns", "➜ Fri 27 Nov")
    return mei


async def told_in_chinese(desk: Desk) -> Phone:
    li = desk.phone("小李")
    await li.write("今天去了恒大钢铁，见了王总，嫌价格高，周五前要新报价")
    await li.sees("✓ 记好了：恒大钢铁", "➜ 11月27日 周五")
    return li


async def asked(desk: Desk) -> Phone:
    boris = desk.phone("Boris")
    await boris.write("Called Hengda, they want the catalogue on Thursday")
    await boris.sees("Which Hengda was it?")
    return boris


async def complained(desk: Desk) -> Phone:
    boris, anna = desk.phone("Boris"), desk.phone("Anna")
    await boris.press("Ask me later")
    await anna.write("Globex: pump failed again, line stopped, they are furious, fix it today or they leave")
    await anna.sees("✓ Saved: Globex")
    await boris.sees("Complaint: Globex", "by Anna")
    return boris


async def looked_up(desk: Desk) -> Phone:
    anna = desk.phone("Anna")
    await anna.write("/customers")
    await anna.press("1")
    await anna.sees("Acme Tools Ltd.", "Looked after by Anna")
    return anna


async def looked_up_in_chinese(desk: Desk) -> Phone:
    li = desk.phone("小李")
    await li.write("看看恒大钢铁")
    await li.sees("恒大钢铁集团有限公司", "负责人：小李")
    return li


async def sent_list(desk: Desk) -> Phone:
    anna = desk.phone("Anna")
    await anna.send_file("customers.csv", LIST.encode())
    await anna.shows("Row 4", button="Import")
    return anna


async def sent_list_in_chinese(desk: Desk) -> Phone:
    """As Excel writes it on a Chinese machine."""
    li = desk.phone("小李")
    await li.send_file("客户.csv", CHINESE_LIST.encode("gbk"))
    await li.shows("第4行", button="导入")
    return li


async def merging(desk: Desk) -> Phone:
    anna = desk.phone("Anna")
    await anna.press("Import")
    await anna.sees("✓ customers.csv is in")
    await anna.write("/merge Acme Tools, Acme Machining")
    await anna.sees("Make one of these two?", "Acme Machining")
    return anna


async def merging_in_chinese(desk: Desk) -> Phone:
    li = desk.phone("小李")
    await li.press("导入")
    await li.sees("✓ 客户.csv 导好了")
    await li.write("/merge 恒大钢铁, 恒大钢构")
    await li.sees("把这两个合并成一个？", "恒大钢构")
    return li


async def morning(desk: Desk) -> Phone:
    anna = desk.phone("Anna")
    await desk.move_clock("2026-11-27T08:30")
    await anna.sees("Today, Fri 27 Nov")
    return anna


async def reminded(desk: Desk) -> Phone:
    mei = desk.phone("Mei")
    await mei.press("1")
    await mei.shows("Today, Fri 27 Nov", button="Done")
    return mei


async def charted(desk: Desk) -> Phone:
    """After the night's work, so that nothing comes in between."""
    anna = desk.phone("Anna")
    await expect(anna.element.get_by_text("has gone quiet").first).to_be_visible(timeout=2 * PATIENCE)
    await anna.write("/customer Acme Tools")
    await anna.shows("Acme Tools Ltd.", button="More")
    await anna.press("More")
    await anna.shows("Acme Tools Ltd.", button="Chart")
    await anna.press("Chart")
    await anna.sees("days with orders in the last two years")
    return await with_picture(anna)


async def charted_in_chinese(desk: Desk) -> Phone:
    li = desk.phone("小李")
    await expect(li.element.get_by_text("好久没下单了").first).to_be_visible(timeout=2 * PATIENCE)
    await li.write("/customer 恒大钢铁")
    await li.shows("恒大钢铁集团有限公司", button="更多")
    await li.press("更多")
    await li.shows("恒大钢铁集团有限公司", button="走势图")
    await li.press("走势图")
    await li.sees("天下了单")
    return await with_picture(li)


async def mapped(desk: Desk) -> Phone:
    boris = desk.phone("Boris")
    await boris.write("/map")
    await boris.shows("Your customers on the map", button="Who may be lost")
    return await with_picture(boris)


async def at_risk(desk: Desk) -> Phone:
    boris = desk.phone("Boris")
    await boris.press("Who may be lost")
    await boris.sees("may be lost, as of")
    return await with_picture(boris)


async def digested(desk: Desk) -> Phone:
    boris = desk.phone("Boris")
    await boris.write("/digest last week")
    await boris.shows("Mon 16 Nov", button="Picture")
    return boris


async def digest_drawn(desk: Desk) -> Phone:
    boris = desk.phone("Boris")
    await boris.press("Picture")
    await boris.sees("Picture:")
    return await with_picture(boris)


async def digest_drawn_in_chinese(desk: Desk) -> Phone:
    boris = desk.phone("Boris")
    await boris.write("/language 中文")
    await boris.write("/digest 上月")
    await boris.shows("10月1日", button="图")
    await boris.press("图")
    await boris.sees("图：")
    return await with_picture(boris)


async def with_picture(phone: Phone) -> Phone:
    await expect(phone.newest.locator("img")).to_be_visible()
    return phone


SCENES: dict[str, Scene] = {
    "invitation": invited,
    "echo-en": told,
    "echo-zh": told_in_chinese,
    "question": asked,
    "complaint": complained,
    "customer-card": looked_up,
    "customer-card-zh": looked_up_in_chinese,
    "import-en": sent_list,
    "import-zh": sent_list_in_chinese,
    "merge-en": merging,
    "merge-zh": merging_in_chinese,
    "agenda": morning,
    "reminder": reminded,
    "chart": charted,
    "chart-zh": charted_in_chinese,
    "map": mapped,
    "risk": at_risk,
    "digest": digested,
    "digest-picture": digest_drawn,
    "digest-picture-zh": digest_drawn_in_chinese,
}
