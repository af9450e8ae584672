"""The demo's company: invented people and customers, with a year behind them."""
