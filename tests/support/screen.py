"""A screen, a session bus and an accessibility bus of one's own: what a desktop session has.

Real parts of Debian: Xvfb, matchbox, dbus-daemon, at-spi2-core; nothing reaches the
developer's own session.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

SIZE = "1600x1000x24"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
STATUS = "org.a11y.Status"


@dataclass(frozen=True)
class Screen:
    """`environment`: what a program needs to appear on it and to be read over its bus."""

    environment: Mapping[str, str]

    @property
    def session_bus(self) -> str:
        return self.environment["DBUS_SESSION_BUS_ADDRESS"]

    def keys(self, *arguments: str) -> None:
        """One ``xdotool`` command: X's own test extension, so the program meets real key events.

        Raises:
            subprocess.CalledProcessError: it failed.
        """
        subprocess.run(
            ["xdotool", *arguments], env={**os.environ, **self.environment}, check=True, timeout=60
        )


@contextmanager
def a_screen(layout: str = "fr") -> Iterator[Screen]:
    """Begin a session with a keyboard of this layout; end every part of it."""
    with ExitStack() as parts:
        home = parts.enter_context(tempfile.TemporaryDirectory(prefix="screen-"))
        run = Path(home) / "run"
        run.mkdir(mode=0o700)
        environment = {
            "HOME": home,
            "XDG_RUNTIME_DIR": str(run),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "NO_AT_BRIDGE": "0",
        }
        read, write = os.pipe()
        parts.enter_context(
            _running(
                ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp"],
                environment,
                pass_fds=(write,),
            )
        )
        os.close(write)
        with os.fdopen(read) as told:
            environment["DISPLAY"] = f":{told.readline().strip()}"
        subprocess.run(
            ["setxkbmap", layout], env={**os.environ, **environment}, check=True, timeout=60
        )
        bus = parts.enter_context(
            _running(
                ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
                environment,
                stdout=subprocess.PIPE,
            )
        )
        assert bus.stdout is not None
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        launcher = next((each for each in LAUNCHERS if shutil.which(each)), LAUNCHERS[0])
        parts.enter_context(_running([launcher, "--launch-immediately"], environment))
        # Without one nobody gives the keyboard back to a window whose dialog has closed.
        parts.enter_context(
            _running(["matchbox-window-manager", "-use_titlebar", "no"], environment)
        )
        yield Screen(environment)


@contextmanager
def _running(
    command: list[str], environment: Mapping[str, str], **more: object
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a part of the session; its own chatter is nobody's affair."""
    pipes: dict[str, object] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | more
    process = subprocess.Popen(  # type: ignore[call-overload]
        command, env={**os.environ, **environment}, **pipes
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()
