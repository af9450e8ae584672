"""Makes the pictures of README and docs: the demo's real page in a browser, on a day that never changes."""

import asyncio
import base64
import math
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Literal

import numpy as np
from playwright.async_api import Browser, FloatRect, Locator, ViewportSize, expect

from benchmarks.smaller_png import Pixels, smaller_png
from tests.browser.demo import CHECKOUT, make_demo, running
from tests.browser.phones import CHROMIUM, PATIENCE, Desk, Phone, a_browser, a_desk

PICTURES = CHECKOUT / "docs" / "pictures"
HAND = ViewportSize(width=390, height=720)
"""What one holds in one's hand; tabs and clock stand above, and are left out of the picture."""
AROUND = 260
"""What else stands on the screen: a long message should be seen whole."""
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
READ_PICTURE = """async (content) => {
  const picture = new Image();
  picture.src = `data:image/png;base64,${content}`;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  canvas.drawImage(picture, 0, 0);
  const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
  const url = await new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(new Blob([data]));
  });
  return [picture.width, picture.height, url.split(",")[1]];
}"""
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


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        make_demo(Path(folder))
        with running(Path(folder)) as demo:
            async with a_browser() as browser:
                await play(browser, demo.page)


async def play(browser: Browser, address: str) -> None:
    async with a_desk(browser, address) as desk, a_desk(browser, address, HAND, sharpness=2) as hand:
        for name in ("Boris", "Anna", "小李"):
            await expect(desk.phone(name).messages.nth(1)).to_be_visible()
        await desk.move_clock("2026-11-24T15:20")
        for name, scene in SCENES.items():
            await photograph(hand, await scene(desk), name)
            if name == "complaint":
                await keep(desk, "story")


async def photograph(hand: Desk, phone: Phone, name: str) -> None:
    """As that person sees it, once all of it has arrived there."""
    await hand.page.locator(f'[data-testid="tab"][data-person="{phone.name}"]').click()
    seen = hand.phone(phone.name)
    await expect(seen.messages).to_have_count(await phone.messages.count())
    await expect(seen.newest.get_by_test_id("text")).to_have_text(
        await phone.newest.get_by_test_id("text").inner_text()
    )
    height = max(HAND["height"], await measure(seen.newest, "height") + AROUND)
    await hand.page.set_viewport_size({"width": HAND["width"], "height": height})
    top = await measure(seen.element, "y")
    await keep(hand, name, FloatRect(x=0, y=top, width=HAND["width"], height=height - top))


async def measure(element: Locator, side: Literal["y", "height"]) -> int:
    """In whole points: half of one would show what is behind."""
    box = await element.bounding_box()
    assert box
    return math.ceil(box[side])


async def keep(desk: Desk, name: str, clip: FloatRect | None = None) -> None:
    """Small notes over the messages go by themselves; the mouse's shadow goes with the mouse."""
    await desk.page.mouse.move(0, 0)
    for notes in await desk.page.get_by_test_id("toast").all():
        await expect(notes).to_be_empty()
    picture = await desk.page.screenshot(clip=clip, animations="disabled")
    smaller = smaller_png(await pixels(desk.page.context.browser, picture))
    file = PICTURES / f"{name}.png"
    await asyncio.to_thread(file.write_bytes, smaller)
    print(f"{file.relative_to(CHECKOUT)}: {len(smaller) // 1024} KB")


async def pixels(browser: Browser | None, picture: bytes) -> Pixels:
    """A browser can read pictures: another one would be one more dependency."""
    assert browser
    page = await browser.new_page()
    width, height, values = await page.evaluate(READ_PICTURE, base64.b64encode(picture).decode())
    await page.close()
    return np.frombuffer(base64.b64decode(values), np.uint8).reshape(height, width, 4)[:, :, :3]


if __name__ == "__main__":
    if CHROMIUM is None:
        sys.exit("There is no chromium on this machine. Debian: apt install chromium fonts-noto-cjk")
    PICTURES.mkdir(parents=True, exist_ok=True)
    asyncio.run(main())
