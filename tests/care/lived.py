"""Lives years on a database and ends with 1 and the reason at the first that does not come out as it must."""

import asyncio
import sys

from tests.care.year import Replicas

STOPS = 3


async def live(url: str, years: int) -> int:
    replicas, seed = Replicas(url), 0
    try:
        for seed in range(years):
            await replicas.live(seed, STOPS)
    except Exception as error:  # noqa: BLE001 - with a fault in the code anything may break
        sys.stdout.write(f"year {seed}: {type(error).__name__}: {error}\n")
        return 1
    finally:
        replicas.close()
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(live(f"sqlite:///{sys.argv[1]}", int(sys.argv[2]))))
