"""Where a row has gone when the list has changed: selection, focus and scroll follow it."""

import msgspec

from desk.ui.inbox.segments import Header, Place, Segments

NEIGHBOURS = 64
"""How far the successor of a message that left the list is looked for, either way."""


class Anchor(msgspec.Struct, frozen=True):
    """What keeps a row recognisable while others come and go."""

    group: str | None
    """The key of a group's row."""
    place: Place
    """Of a message, in the list as it was …"""
    thread_id: int | None
    """… and its id, None when it was not known yet."""


def anchor_of(segments: Segments, row: int) -> Anchor:
    """Name a row, to find it again."""
    item = segments.at(row)
    if isinstance(item, Header):
        return Anchor(item.key, Place("", 0), None)
    return Anchor(None, item, segments.thread_in(item))


def row_of(anchor: Anchor, old: Segments, new: Segments) -> int | None:
    """The row that shows the same group or message; None when it has gone or is hidden."""
    if anchor.group is not None:
        return new.row_of_header(anchor.group)
    if anchor.thread_id is None:
        run = new.outline.runs.get(anchor.place.run)
        if run is None or anchor.place.offset >= run.count:
            return None
        return new.row_of_message(anchor.place.run, anchor.place.offset)
    found = _place_now(anchor.thread_id, anchor.place, old, new)
    return None if found is None else new.row_of_message(found.run, found.offset)


def row_or_successor(anchor: Anchor, old: Segments, new: Segments) -> int | None:
    """The same; of what has gone, what now stands for it.

    A message that a closed group hides is found at that group. One that left the list is succeeded
    by the one after it (before it, at the end): example: 5 is answered in 3 5 8, 8 follows. A list
    that shows something else has no successor for what it does not hold.
    """
    row = row_of(anchor, old, new)
    if row is not None or anchor.group is not None or anchor.thread_id is None:
        return row
    found = _place_now(anchor.thread_id, anchor.place, old, new)
    if found is None and new.outline.choice == old.outline.choice:
        found = _nearest_still_there(anchor.place, old, new)
        if found is None:
            return new.row_of_nearest_header(anchor.place.run)
    if found is None:
        return None
    row = new.row_of_message(found.run, found.offset)
    return new.row_of_nearest_header(found.run) if row is None else row


def _nearest_still_there(place: Place, old: Segments, new: Segments) -> Place | None:
    ids = old.outline.runs[place.run].ids
    after = range(place.offset + 1, min(len(ids), place.offset + 1 + NEIGHBOURS))
    before = range(place.offset - 1, max(-1, place.offset - 1 - NEIGHBOURS), -1)
    for offset in (*after, *before):
        found = _place_now(ids[offset], Place(place.run, offset), old, new)
        if found is not None:
            return found
    return None


def _place_now(thread_id: int, place: Place, old: Segments, new: Segments) -> Place | None:
    """A message's place in the new list; None when it is not in it."""
    outline = new.outline
    if thread_id in outline.tracked and thread_id not in outline.places:
        return None
    known = outline.places.get(thread_id)
    run_key, due_ms = known or (place.run, old.outline.runs[place.run].dues[place.offset])
    run = outline.runs.get(run_key)
    offset = None if run is None else run.offset_of(thread_id, due_ms)
    return None if offset is None else Place(run_key, offset)
