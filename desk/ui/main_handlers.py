"""Who does each action in the main window."""

from typing import TYPE_CHECKING

from desk.services.bundle import Services
from desk.ui.actions import Handlers

if TYPE_CHECKING:
    from desk.ui.main_window import MainWindow


def handlers_of(window: "MainWindow", services: Services) -> Handlers:
    """Its places are built; what a lambda names is built after its menus."""
    work = window.workspace
    return Handlers(
        sign_in=window.sign_in,
        sign_out=window.signing_out.ask,
        absence=work.scheduling.note_absence,
        notices=window.notices.ask_rules,
        quit=lambda: _close(window),
        next_message=work.answering.go_on,
        claim=work.batch.either("claim", work.claim),
        release=work.batch.either("release", work.release),
        show_identifier=work.show_identifier,
        proof=window.proof.open,
        note=work.acts.note,
        reclassify=work.batch.either("reclassify", work.acts.reclassify),
        transfer=work.batch.either("transfer", work.acts.transfer),
        close_thread=work.batch.either("close_thread", work.acts.close_thread),
        adherent=work.show_adherent,
        copy_address=window.addressed.copy,
        deposits=work.show_deposits,
        open_window=work.open_window,
        deadline=window.deadline.open,
        pause=work.acts.pause,
        resume=work.acts.resume,
        break_claim=work.acts.break_claim,
        refresh=services.sync.refresh,
        write=work.write,
        template=work.choose_template,
        suggested_template=work.suggested_template,
        next_hole=work.next_hole,
        next_mistake=work.spelling.marks.go_to_next,
        publish=work.publishing.publish,
        publish_and_next=work.publishing.publish_and_next,
        schedule=work.scheduling.schedule,
        unschedule=work.scheduling.cancel,
        ask_review=work.reviewing.ask,
        withdraw_review=work.reviewing.withdraw,
        take_up_review=work.reviewing.take_up,
        comment_passage=work.reviewing.comment,
        send_back=work.reviewing.send_back,
        approve=work.reviewing.approve,
        take_back=work.undo.take_back,
        draft_versions=work.drafts.show_versions,
        delete_draft=work.throwing_away.delete,
        search=work.search_everything,
        supervision=work.supervision.switch,
        focus_list=work.focus_list,
        focus_filter=work.focus_filter,
        focus_messages=work.focus_messages,
        outbox=window.show_outbox,
        my_drafts=work.drafts.show_mine,
        appointments=work.appointments.open,
        palette=lambda: window.palette_place.open(),
        shortcuts=window.show_shortcuts,
        guide=lambda: window.guide.open(),
        about=window.show_about,
    )


def _close(window: "MainWindow") -> None:
    window.close()
