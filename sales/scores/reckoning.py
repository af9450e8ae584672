"""The night's reckoning from first to last, values in and values out: for a process of its own."""

from datetime import date

import numpy as np

from sales.order_arrays import OrderArrays, Whole, made_one
from sales.scores.everyone import Everyone, Rules, Said, score
from sales.scores.outlook import outlook


def reckon(orders: OrderArrays, within: Whole, said: Said, today: date, rules: Rules) -> Everyone:
    """`within` is the horizon of each customer in days; orders of days to come are left out."""
    found = made_one(orders)
    horizons = {int(days): within == days for days in np.unique(within)}
    return score(found, outlook(found, len(within), today, horizons), said, today, rules)
