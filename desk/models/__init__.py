"""The local store: data only. No Qt, no HTTP."""
