"""Examples of the published document, about invented people."""

from portal.api.examples.operations import FOR_OPERATIONS, REQUESTS
from portal.api.examples.refusals import FOR_PROBLEMS

__all__ = ["FOR_OPERATIONS", "FOR_PROBLEMS", "REQUESTS"]
