"""Acts upon many messages: asks once, does them under one key, tells each one's result."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desk import wire
from desk.services.act_choices import ActChoices, act_choices
from desk.services.bundle import Services
from desk.services.supervision import Batch, FoundThread
from desk.ui.acts.acts import REASON_LEAST, REASON_MOST
from desk.ui.acts.choice_list import Choice
from desk.ui.acts.text_dialog import TextDialog
from desk.ui.reply_dialogs import ReplyDialogs
from desk.ui.supervision.choice_dialog import ChoiceDialog
from desk.ui.supervision.drill_page import DrillPage
from desk.ui.supervision.share_dialog import ShareDialog
from desk.ui.supervision.team_words import agent_place
from desk.ui.theme import Theme

NOBODY = "nobody"
HOLDING_MOST = 2000
"""Visible characters of a reply: what the portal takes."""

Build = Callable[[list[FoundThread]], msgspec.Struct]
"""The request for some messages: the same act once more for those that were refused."""


class BatchWork(QObject):
    """What was asked last is what may be tried again."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        dialogs: ReplyDialogs,
        page: DrillPage,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._theme = theme
        self._dialogs = dialogs
        self._page = page
        self._window = window
        self._last: tuple[str, Build] | None = None
        self._lost: Batch | None = None
        self._refused: frozenset[int] = frozenset()
        page.acted.connect(self.ask)
        page.results.retry_requested.connect(self._retry)

    @Slot(str)
    def ask(self, act: str) -> None:
        """Ask what is to be known; nothing happens before it is accepted."""
        chosen = self._page.selected
        if not chosen:
            return
        supervision = self._services.supervision
        if act == "assign":
            supervision.team(lambda team: self._ask_agent(team, chosen), self._say_lost)
        elif act == "share":
            ids = [each.thread_id for each in chosen]
            supervision.plan(ids, self._ask_plan, self._say_lost)
        elif act == "transfer":
            self._services.lanes.query(act_choices, lambda found: self._ask_where(found, chosen))
        elif act == "break":
            self._ask_text(
                chosen,
                self.tr("End the holds on %n message(s)?", "", len(chosen)),
                self.tr("Anybody may then take them. The colleagues read the reason."),
                self.tr("Why"),
                self.tr("End the holds"),
                (REASON_LEAST, REASON_MOST),
                "break-claims",
                lambda threads, text: wire.BreakBatchRequest(_seen(threads), text),
            )
        else:
            self._ask_text(
                chosen,
                self.tr("Holding reply to %n message(s)?", "", len(chosen)),
                self.tr(
                    "Each adherent receives this text and is notified. The clocks do not stop: "
                    "an answer is still due."
                ),
                self.tr("Text of the holding reply"),
                self.tr("Publish to all of them"),
                (1, HOLDING_MOST),
                "holding-replies",
                lambda threads, text: wire.HoldingBatchRequest(_seen(threads), text),
            )

    def _ask_agent(self, team: wire.Team, chosen: list[FoundThread]) -> None:
        choices = [Choice(NOBODY, self.tr("Nobody any more"), "")]
        choices += [Choice(str(each.id), each.name, agent_place(each)) for each in team.agents]
        dialog = ChoiceDialog(
            self._theme,
            self.tr("Assign %n message(s)", "", len(chosen)),
            self.tr("It is no hold: colleagues may still take them."),
            choices[1:] + choices[:1],
            self.tr("Assign"),
            parent=self._window,
        )

        def accepted() -> None:
            agent = None if dialog.chosen in (None, NOBODY) else int(dialog.chosen or 0)
            self._do(
                "assign",
                lambda threads: wire.AssignRequest(
                    [wire.Assignment(each.thread_id, agent) for each in threads]
                ),
                chosen,
            )

        self._dialogs.ask(dialog, accepted)

    def _ask_plan(self, plan: wire.SharePlan) -> None:
        dialog = ShareDialog(self._theme, plan, self._window)
        agents = {each.thread_id: each.agent_id for each in plan.assignments}

        def accepted() -> None:
            self._do(
                "assign",
                lambda threads: wire.AssignRequest(
                    [
                        wire.Assignment(each.thread_id, agents[each.thread_id])
                        for each in threads
                        if each.thread_id in agents
                    ]
                ),
                [each for each in self._page.model.threads if each.thread_id in agents],
            )

        self._dialogs.ask(dialog, accepted)

    def _ask_where(self, found: ActChoices, chosen: list[FoundThread]) -> None:
        here, away = self.tr("A team of this caisse"), self.tr("Another caisse")
        dialog = ChoiceDialog(
            self._theme,
            self.tr("Transfer %n message(s)", "", len(chosen)),
            self.tr("To another caisse they leave yours. Colleagues read the reason."),
            [Choice(f"team:{each.code}", each.label, here) for each in found.teams]
            + [Choice(f"caisse:{each.code}", each.label, away) for each in found.caisses],
            self.tr("Transfer"),
            reason=(REASON_LEAST, REASON_MOST),
            parent=self._window,
        )

        def accepted() -> None:
            kind, _, code = (dialog.chosen or "").partition(":")
            reason = dialog.text
            self._do(
                "transfer",
                lambda threads: wire.TransferBatchRequest(
                    threads=_seen(threads),
                    reason=reason,
                    competence=code if kind == "team" else None,
                    caisse=code if kind == "caisse" else None,
                ),
                chosen,
            )

        self._dialogs.ask(dialog, accepted)

    def _ask_text(
        self,
        chosen: list[FoundThread],
        title: str,
        words: str,
        caption: str,
        accept: str,
        length: tuple[int, int],
        verb: str,
        build: Callable[[list[FoundThread], str], msgspec.Struct],
    ) -> None:
        dialog = TextDialog(
            self._theme,
            title,
            words,
            caption,
            accept,
            least=length[0],
            most=length[1],
            parent=self._window,
        )

        def accepted() -> None:
            text = dialog.text
            self._do(verb, lambda threads: build(threads, text), chosen)

        self._dialogs.ask(dialog, accepted)

    # -- doing it ----------------------------------------------------------------------------------

    def _do(self, verb: str, build: Build, chosen: list[FoundThread]) -> None:
        self._last = (verb, build)
        self._send(self._services.supervision.batch(verb, build(chosen)), len(chosen))

    def _send(self, batch: Batch, count: int) -> None:
        self._lost = None
        self._page.results.show_working(count)

        def done(result: wire.BatchResult) -> None:
            self._refused = frozenset(each.thread_id for each in result.results if not each.done)
            # The names come from the list as it was acted upon.
            self._page.results.show_result(result, self._page.model.name_of)
            self._page.reload()

        def failed(code: str) -> None:
            self._lost = batch
            self._say_lost(code)

        self._services.supervision.act(batch, done, failed)

    @Slot()
    def _retry(self) -> None:
        """The lost one as it was; of a refused one, those messages as they now are."""
        if self._lost is not None:
            self._send(self._lost, 0)
        elif self._last is not None:
            verb, build = self._last
            again = [each for each in self._page.model.threads if each.thread_id in self._refused]
            if again:
                self._do(verb, build, again)
            else:
                # They are no longer behind this figure: nothing is left to do.
                self._page.results.clear()

    def _say_lost(self, code: str) -> None:
        self._page.results.show_lost(code)
        self._page.results.retry_button.setVisible(self._lost is not None)


def _seen(threads: list[FoundThread]) -> list[wire.ThreadSeen]:
    return [wire.ThreadSeen(each.thread_id, each.version) for each in threads]
