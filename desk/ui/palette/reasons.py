"""Why an action cannot be done now, in words that say what to do about it."""

from PySide6.QtCore import QCoreApplication

from desk.ui.situation import Situation

translate = QCoreApplication.translate


def why_not(action_id: str, situation: Situation) -> str:
    """Words for an action that is not possible in this situation."""
    if action_id == "sign_in":
        return translate("WhyNot", "You are signed in already")
    if not situation.signed_in:
        return translate("WhyNot", "Sign in first")
    if action_id == "supervision":
        return translate("WhyNot", "For supervisors")
    if action_id == "take_back":
        return translate("WhyNot", "No reply can be taken back any more")
    thread = situation.thread
    if thread is None:
        return translate("WhyNot", "Open a message first")
    if action_id == "proof":
        return translate("WhyNot", "No reply was published yet")
    if thread.status != "open":
        return translate("WhyNot", "The message is answered or closed")
    if thread.claim_name is not None and not thread.claimed_by_me and action_id != "break_claim":
        return translate("WhyNot", "{name} holds the message").format(name=thread.claim_name)
    return _of_the_action(action_id, situation)


def _of_the_action(action_id: str, situation: Situation) -> str:
    if action_id == "claim":
        return translate("WhyNot", "You hold the message already")
    if action_id == "release":
        return translate("WhyNot", "You do not hold the message")
    if action_id == "break_claim":
        return translate("WhyNot", "For supervisors, when a colleague holds the message")
    if action_id == "next_hole":
        return translate("WhyNot", "No value is missing in the reply")
    if action_id == "unschedule":
        return translate("WhyNot", "No reply waits for its moment")
    if situation.in_training and action_id in ("publish_and_next", "schedule"):
        return translate("WhyNot", "In training: ask for a review instead")
    if action_id == "withdraw_review":
        return translate("WhyNot", "No reply of yours is in review")
    if action_id == "take_up_review":
        return translate("WhyNot", "No reply of yours came back, or another text was begun")
    if action_id == "comment_passage":
        return translate("WhyNot", "Select a passage of a colleague's reply first")
    if action_id in ("send_back", "approve"):
        return translate("WhyNot", "No reply waits for your review here")
    if action_id in ("publish", "publish_and_next", "ask_review", "schedule", "delete_draft"):
        if not situation.has_text:
            return translate("WhyNot", "Write a reply first")
        if situation.has_holes:
            return translate("WhyNot", "Fill in the missing values first")
    return translate("WhyNot", "Not possible for this message now")
