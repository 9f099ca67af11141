"""Whether the promise was kept: figures with their definitions, and the rows behind them."""
