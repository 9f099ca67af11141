"""Who does each action."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Handlers:
    """Who does each action."""

    sign_in: Callable[[], None]
    sign_out: Callable[[], None]
    absence: Callable[[], None]
    notices: Callable[[], None]
    quit: Callable[[], None]
    next_message: Callable[[], None]
    claim: Callable[[], None]
    release: Callable[[], None]
    show_identifier: Callable[[], None]
    proof: Callable[[], None]
    note: Callable[[], None]
    reclassify: Callable[[], None]
    transfer: Callable[[], None]
    close_thread: Callable[[], None]
    adherent: Callable[[], None]
    copy_address: Callable[[], None]
    deadline: Callable[[], None]
    pause: Callable[[], None]
    resume: Callable[[], None]
    break_claim: Callable[[], None]
    refresh: Callable[[], None]
    write: Callable[[], None]
    template: Callable[[], None]
    suggested_template: Callable[[], None]
    next_hole: Callable[[], None]
    next_mistake: Callable[[], None]
    publish: Callable[[], None]
    publish_and_next: Callable[[], None]
    schedule: Callable[[], None]
    unschedule: Callable[[], None]
    take_back: Callable[[], None]
    draft_versions: Callable[[], None]
    delete_draft: Callable[[], None]
    search: Callable[[], None]
    supervision: Callable[[], None]
    focus_list: Callable[[], None]
    focus_filter: Callable[[], None]
    focus_messages: Callable[[], None]
    outbox: Callable[[], None]
    my_drafts: Callable[[], None]
    palette: Callable[[], None]
    shortcuts: Callable[[], None]
    guide: Callable[[], None]
    about: Callable[[], None]
