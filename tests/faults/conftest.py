"""Shared by the tests that break things."""

from tests.support.french import compile_if_stale

compile_if_stale()  # the portal's own words, by which its forms are filled
