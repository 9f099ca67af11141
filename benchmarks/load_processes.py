"""The processes of the load: web processes and workers that are killed and come back, nginx, and a
mail server that counts.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

from benchmarks.load_computing import spent_by, spent_by_family
from desk.demo.processes import free_port

READY_S = 120


class Restarted:
    """One ``portal`` process, killed as by a power cut and started again as systemd would."""

    def __init__(self, arguments: list[str], ready: str, environment: dict[str, str], log: Path):
        self._arguments = arguments
        self._ready = ready
        self._environment = environment
        self._log = log
        self.kills = 0
        self._spent_by_killed = 0.0
        self._start()

    def _start(self) -> None:
        with self._log.open("ab") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "portal", *self._arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                env={**os.environ, **self._environment},
                text=True,
            )
        self.is_ready = threading.Event()
        threading.Thread(target=self._read, args=(self._process, self.is_ready)).start()

    def _read(self, process: "subprocess.Popen[str]", ready: threading.Event) -> None:
        for line in process.stdout or ():
            if line.startswith(self._ready):
                ready.set()

    def wait_ready(self) -> None:
        """Wait until it serves.

        Raises:
            RuntimeError: it does not.
        """
        if not self.is_ready.wait(READY_S):
            raise RuntimeError(f"portal {self._arguments[0]} did not start; see {self._log}")

    def kill_and_start(self) -> None:
        """SIGKILL, and another one at once."""
        self.kills += 1
        self._spent_by_killed += spent_by(self._process.pid)
        self._process.kill()
        self._process.wait()
        self._start()

    def spent(self) -> float:
        """Seconds of processor, of those killed too."""
        return self._spent_by_killed + spent_by(self._process.pid)

    def stop(self) -> None:
        """End it in good order."""
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


class Nginx:
    """Debian's nginx before the web processes, as docs/operating.md has it, without TLS."""

    def __init__(self, folder: Path, ports: list[int]) -> None:
        program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
        if program is None:
            raise RuntimeError("nginx is not installed: apt-get install nginx-light")
        self.port = free_port()
        configuration = folder / "nginx.conf"
        servers = "".join(
            f"    server 127.0.0.1:{port} max_fails=1 fail_timeout=2s;\n" for port in ports
        )
        user = "user root;\n" if os.geteuid() == 0 else ""
        places = "".join(
            f"  {kind}_temp_path {folder}/{kind};\n"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        configuration.write_text(
            f"{user}daemon off;\npid {folder}/nginx.pid;\nworker_processes 1;\n"
            f"error_log {folder}/nginx.log crit;\n"
            "events { worker_connections 4096; }\n"
            f"http {{\n  access_log off;\n{places}"
            f"  upstream portal {{\n{servers}    keepalive 512;\n  }}\n"
            f"  server {{\n    listen 127.0.0.1:{self.port};\n    location / {{\n"
            "      proxy_pass http://portal;\n      proxy_http_version 1.1;\n"
            '      proxy_set_header Connection "";\n      proxy_set_header Host $http_host;\n'
            "      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;\n"
            "      proxy_set_header X-Forwarded-Proto $scheme;\n"
            "      proxy_buffering off;\n      proxy_read_timeout 60s;\n"
            "      proxy_next_upstream error timeout http_502 http_503;\n    }\n  }\n}\n"
        )
        self._process = subprocess.Popen(
            [program, "-p", str(folder), "-c", str(configuration)],
            stdin=subprocess.DEVNULL,
        )

    def spent(self) -> float:
        """Seconds of processor."""
        return spent_by_family(self._process.pid)

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()


class CountingMailServer:
    """An SMTP server in a process of its own: how often each Message-ID arrived."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.load_processes"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self.url = self._process.stdout.readline().strip()

    def spent(self) -> float:
        """Seconds of processor."""
        return spent_by(self._process.pid)

    def counts(self) -> Counter[str]:
        """Stop it, and return the counts."""
        counted, _ = self._process.communicate()
        return Counter(json.loads(counted))


def kill_one(of: list[Restarted], chance: random.Random) -> None:
    """Kill one of them, chosen by `chance`."""
    chance.choice(of).kill_and_start()


def _serve_mail() -> None:
    """Until standard input closes; then print the counts."""
    from tests.support.mail_server import MailServer

    with MailServer() as server:
        print(server.url, flush=True)
        sys.stdin.read()
        print(json.dumps(Counter(mail["Message-ID"] for mail in server.messages)))


if __name__ == "__main__":
    _serve_mail()
