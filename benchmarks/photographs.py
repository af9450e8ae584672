"""Keeps what a browser shows as a small picture of the docs."""

import asyncio
import base64
from pathlib import Path

import numpy as np
from playwright.async_api import Browser

from benchmarks.smaller_png import Pixels, smaller_png
from tests.browser.demo import CHECKOUT

PICTURES = CHECKOUT / "docs" / "pictures"
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


async def keep(browser: Browser | None, picture: bytes, name: str) -> None:
    file = PICTURES / f"{name}.png"
    smaller = smaller_png(await _pixels(browser, picture))
    await asyncio.to_thread(_write, file, smaller)
    print(f"{file.relative_to(CHECKOUT)}: {len(smaller) // 1024} KB")


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


async def _pixels(browser: Browser | None, picture: bytes) -> Pixels:
    """A browser can read pictures: another one would be one more dependency."""
    assert browser
    page = await browser.new_page()
    width, height, values = await page.evaluate(READ_PICTURE, base64.b64encode(picture).decode())
    await page.close()
    return np.frombuffer(base64.b64decode(values), np.uint8).reshape(height, width, 4)[:, :, :3]
