"""The promise of 48 hours: a pure engine and the policies of caisses."""
