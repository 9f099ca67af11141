"""REST API v1, the contract that desk speaks."""
