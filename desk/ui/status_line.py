"""At the foot of the window: how fresh what is shown is, what waits, and whose session it is."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from desk import wire
from desk.clock import PortalClock
from desk.models.snapshots import ConnectionState, OutboxView, SyncView
from desk.ui.common.styling import label, set_style, with_air
from desk.ui.common.times import Times
from desk.ui.common.tones import TONE_TOKENS
from desk.ui.theme import Theme, Token

CLOCK_TOLERANCE_MS = 120_000
"""Two minutes: below, nobody is misled by their workstation's clock."""

_ICONS = {
    ConnectionState.STARTING: ("refresh-cw", ""),
    ConnectionState.ONLINE: ("wifi", "ok"),
    ConnectionState.NO_NETWORK: ("wifi-off", "warn"),
    ConnectionState.OFFLINE: ("wifi-off", "warn"),
    ConnectionState.PROXY_REFUSED: ("shield-alert", "error"),
    ConnectionState.CAPTIVE_PORTAL: ("log-in", "warn"),
    ConnectionState.TLS_REFUSED: ("shield-alert", "error"),
    ConnectionState.THROTTLED: ("hourglass", "warn"),
    ConnectionState.SIGN_IN_NEEDED: ("key-round", "warn"),
    ConnectionState.PORTAL_ERROR: ("triangle-alert", "error"),
    ConnectionState.SIGNED_OUT: ("log-out", ""),
}


class StatusLine(QFrame):
    """Says nothing fresher than it is: the age grows each second until the next exchange."""

    outbox_requested = Signal()
    appointments_requested = Signal()

    def __init__(self, theme: Theme, clock: PortalClock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._times = Times()
        self._view = SyncView(ConnectionState.SIGNED_OUT, None, loading=False)
        self._since_ms = clock.now_ms()
        self.setProperty("role", "foot")
        self.setAccessibleName(self.tr("Status"))
        self.setFixedHeight(36)
        self._icon = QLabel()
        self.connection = label("", "small")
        self.clock_warning = label("", "small")
        set_style(self.clock_warning, tone="warn")
        self._clock_icon = QLabel()
        self.outbox = QToolButton()
        self.outbox.setProperty("kind", "quiet")
        self.outbox.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.outbox.clicked.connect(self.outbox_requested)
        self.appointments = QToolButton()
        self.appointments.setProperty("kind", "quiet")
        self.appointments.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.appointments.setAccessibleName(self.tr("Appointments"))
        self.appointments.clicked.connect(self.appointments_requested)
        self.appointments.hide()
        self.who = label("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self.connection)
        row.addSpacing(10)
        row.addWidget(self._clock_icon)
        row.addWidget(self.clock_warning)
        row.addStretch(1)
        row.addWidget(self.appointments)
        row.addWidget(self.outbox)
        row.addSpacing(6)
        row.addWidget(self.who)
        self.show_outbox(())
        self.outbox.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        theme.changed.connect(self._draw)
        self._draw()
        self.tick()

    def show_agent(self, me: wire.Me | None, times: Times) -> None:
        self._times = times
        self.who.setText("" if me is None else f"{me.display_name} · {me.caisse.name}")
        # Nobody's work is told to whoever signs in next.
        self.outbox.setVisible(me is not None)
        self.tick()

    def show_sync(self, view: SyncView) -> None:
        """The connection's state; the instant of its change is remembered for « depuis »."""
        if view.state is not self._view.state:
            self._since_ms = self._clock.now_ms()
        self._view = view
        self._draw()
        self.tick()

    @property
    def since_ms(self) -> int:
        """The portal's clock: since when the connection is in its present state."""
        return self._since_ms

    def show_outbox(self, entries: tuple[OutboxView, ...]) -> None:
        """How much waits, and whether the agent is awaited."""
        waiting = [e for e in entries if e.state.is_under_way]
        returned = [e for e in entries if e.state.awaits_author]
        if returned:
            words = self.tr("%n reply(ies) came back", "", len(returned))
            icon, token = "circle-alert", Token.STATE_ERROR
        elif waiting:
            words = self.tr("%n action(s) waiting", "", len(waiting))
            icon, token = "send", Token.STATE_INFO
        else:
            words, icon, token = self.tr("Outbox empty"), "check", Token.TEXT_MUTED
        self.outbox.setText(with_air(words))
        self.outbox.setAccessibleName(self.tr("Outbox: {words}").format(words=words))
        self._outbox_icon = icon, token
        self._draw()

    def show_appointments(self, words: str) -> None:
        """How many requests for appointments wait for an answer; empty: none does."""
        self.appointments.setText(with_air(words))
        self.appointments.setAccessibleName(words or self.tr("Appointments"))
        self.appointments.setVisible(bool(words))

    def tick(self) -> None:
        """Once a second; a label is touched only when its words change."""
        words = self.words(self._clock.now_ms())
        if self.connection.text() != words:
            self.connection.setText(words)
            self.connection.setAccessibleName(words)
        self._say_clock()

    def words(self, now_ms: int) -> str:
        """« à jour il y a 12 s », « hors ligne depuis 14 h 02, données de 13 h 58 »."""
        view, since = self._view, self._times.hour_or_moment(self._since_ms, now_ms)
        data = (
            ""
            if view.last_sync_ms is None
            else self.tr(", data of {time}").format(
                time=self._times.hour_or_moment(view.last_sync_ms, now_ms)
            )
        )
        if view.loading:
            return self.tr("First load: %n message(s) received", "", view.loaded)
        match view.state:
            case ConnectionState.STARTING:
                return self.tr("Connecting…") + data
            case ConnectionState.ONLINE if view.last_sync_ms is None:
                return self.tr("Connected")
            case ConnectionState.ONLINE:
                age = max(0, now_ms - (view.last_sync_ms or 0))
                return self.tr("Up to date {age} ago").format(age=self._times.duration(age))
            case ConnectionState.NO_NETWORK:
                return self.tr("No network since {time}").format(time=since) + data
            case ConnectionState.OFFLINE:
                return self.tr("Offline since {time}").format(time=since) + data
            case ConnectionState.PROXY_REFUSED:
                return (
                    self.tr("The proxy lets nothing through since {time}").format(time=since) + data
                )
            case ConnectionState.CAPTIVE_PORTAL:
                return self.tr("This network wants you to sign in to it first") + data
            case ConnectionState.TLS_REFUSED:
                return self.tr("The portal cannot prove that it is the portal") + data
            case ConnectionState.THROTTLED:
                return (
                    self.tr("The portal asks for patience since {time}").format(time=since) + data
                )
            case ConnectionState.SIGN_IN_NEEDED:
                return self.tr("Sign-in needed since {time}").format(time=since) + data
            case ConnectionState.PORTAL_ERROR:
                return (
                    self.tr("The portal answers with errors since {time}").format(time=since) + data
                )
            case ConnectionState.SIGNED_OUT:
                return self.tr("Signed out")

    def _say_clock(self) -> None:
        error = self._clock.workstation_error_ms
        wrong = error is not None and abs(error) > CLOCK_TOLERANCE_MS
        words = ""
        if error is not None and wrong:
            by = self._times.duration(abs(error))
            words = (
                self.tr("This PC's clock is {by} fast; times shown are the portal's").format(by=by)
                if error > 0
                else self.tr("This PC's clock is {by} slow; times shown are the portal's").format(
                    by=by
                )
            )
        if self.clock_warning.text() != words:
            self.clock_warning.setText(words)
            self.clock_warning.setAccessibleName(words)
        self.clock_warning.setVisible(wrong)
        self._clock_icon.setVisible(wrong)

    @Slot()
    def _draw(self) -> None:
        self.outbox.setIcon(self._theme.icon(*self._outbox_icon))
        self.appointments.setIcon(self._theme.icon("calendar", Token.TEXT_MUTED))
        icon, tone = _ICONS[self._view.state]
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.pixmap(icon, 16, TONE_TOKENS[tone], ratio))
        self._clock_icon.setPixmap(self._theme.pixmap("clock-alert", 16, Token.STATE_WARN, ratio))
        set_style(self.connection, tone=tone)
