"""What would be gone for good if this store went."""

from desk.models import draft_copies, drafts, outbox
from desk.models.store import Store
from desk.models.wiping import texts_only_here

NOW = 1_763_719_200_000
TEXT = "Bonjour Madame, votre attestation est disponible."


def test_each_text_that_the_portal_does_not_have_counts_once(store: Store) -> None:
    with store.writing() as conn:
        drafts.save_draft(conn, 1, TEXT, 0, 1, NOW)
        draft_copies.agree(conn, 1, 1, TEXT)
        drafts.save_draft(conn, 2, f"{TEXT} Bien à vous.", 0, 1, NOW)
        draft_copies.agree(conn, 2, 1, TEXT)  # the copy is older
        drafts.save_draft(conn, 3, "  ", 0, 1, NOW)
        drafts.save_draft(conn, 4, TEXT, 0, 1, NOW)
        outbox.enqueue(conn, "reply", 4, 1, NOW, text=TEXT)  # the draft's own text
        outbox.enqueue(conn, "note", 4, 1, NOW, text="Rappeler demain")
        outbox.enqueue(conn, "claim", 5, 1, NOW)
        sent = outbox.enqueue(conn, "reply", 6, 1, NOW, text=TEXT)
        outbox.mark_sending(conn, sent)
        outbox.mark_published(conn, sent, 900, NOW)
        assert texts_only_here(conn) == 3
