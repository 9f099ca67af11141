"""A mail host of Debian's own parts, without root: Exim takes e-mails in, delivers and bounces;
Dovecot gives the mailboxes over IMAP and TLS.
"""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import count
from pathlib import Path
from threading import Event
from types import TracebackType
from urllib.parse import quote

EXIM = Path("/usr/sbin/exim4")
DOVECOT = Path("/usr/sbin/dovecot")
DOMAIN = "exemple-msa.test"
PEOPLE_DOMAIN = "exemple-adherent.test"
RETURNS = "retours"
PASSWORD = "mot-de-passe/invente:é"
"""With what an address of a mailbox must escape."""
PATIENCE_S = 20.0

EXIM_CONF = """
primary_hostname = courrier.{domain}
exim_path = {exim}
spool_directory = {folder}/spool
log_file_path = {folder}/exim-%slog
pid_file_path = {folder}/exim.pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = {smtp_port}
acl_smtp_rcpt = acl_rcpt
acl_smtp_data = acl_data
tls_advertise_hosts =
rfc1413_query_timeout = 0s
deliver_drop_privilege = true
never_users =
keep_environment =
smtp_accept_max = 50
queue_only = false
bounce_return_size_limit = 20K
host_lookup =
gecos_pattern = ""
exim_user = {user}
exim_group = {group}
qualify_domain = {domain}

begin acl
acl_rcpt:
  accept
acl_data:
  accept

begin routers
mailboxes:
  driver = accept
  domains = {domain} : {people_domain}
  local_parts = {people}
  local_part_suffix = +*
  local_part_suffix_optional
  transport = maildir
  user = {user}
  group = {group}

begin transports
maildir:
  driver = appendfile
  directory = {folder}/mail/$local_part_data
  maildir_format
  create_directory
  delivery_date_add
  envelope_to_add
  return_path_add
  user = {user}
  group = {group}

begin retry
* * F,2h,15m
"""

DOVECOT_CONF = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 0
ssl = required
ssl_cert = <{folder}/host.pem
ssl_key = <{folder}/host.key
mail_location = maildir:{folder}/mail/%n
disable_plaintext_auth = yes
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/mail/%n
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {imap_port}
    ssl = yes
  }}
}}
service stats {{
  chroot =
}}
"""


class MailHost:
    """A context manager. It knows the mailboxes `people`, and RETURNS; what comes for anybody else
    it takes first, and bounces then, as a mail host of the world does.
    """

    def __init__(self, *people: str) -> None:
        self._people = (RETURNS, *people)
        self._folder = Path(tempfile.mkdtemp(prefix="mail-host-", dir="/tmp"))
        self._made = count(1)
        self._as_nobody: dict[str, object] = {}
        if os.geteuid() == 0:
            self._as_nobody = {"user": "nobody", "group": "nogroup", "extra_groups": []}
        self._exim: subprocess.Popen[bytes] | None = None
        self._dovecot: subprocess.Popen[bytes] | None = None
        self._smtp_port, self._imap_port = _free_ports(2)

    def __enter__(self) -> "MailHost":
        self._prepare()
        self._exim = self._started(
            EXIM, "-C", f"{self._folder}/exim.conf", "-bdf", port=self._smtp_port
        )
        self.start_mailboxes()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.stop_mailboxes()
        _ended(self._exim)
        shutil.rmtree(self._folder, ignore_errors=True)

    def start_mailboxes(self) -> None:
        """IMAP answers (again)."""
        self._dovecot = self._started(
            DOVECOT, "-F", "-c", f"{self._folder}/dovecot.conf", port=self._imap_port
        )

    def stop_mailboxes(self) -> None:
        """IMAP is away; what comes is kept."""
        _ended(self._dovecot)
        self._dovecot = None

    @property
    def smtp_url(self) -> str:
        """For ``PORTAL_SMTP_URL``."""
        return f"smtp://127.0.0.1:{self._smtp_port}"

    @property
    def imap_url(self) -> str:
        """For ``PORTAL_RETURNS_URL``."""
        return f"imaps://{RETURNS}:{quote(PASSWORD, safe='')}@127.0.0.1:{self._imap_port}"

    @property
    def certificate(self) -> Path:
        """Vouches for the host, for ``SSL_CERT_FILE``."""
        return self._folder / "host.pem"

    def inbox(self, person: str) -> list[EmailMessage]:
        """What has been delivered to somebody and is not deleted, in the order of arrival."""
        files = [
            file
            for place in ("new", "cur")
            for file in (self._folder / "mail" / person / place).glob("*")
            if "T" not in file.name.partition(":2,")[2]
        ]
        files.sort(key=lambda file: (file.stat().st_mtime_ns, file.name))
        found = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]
        return [message for message in found if isinstance(message, EmailMessage)]

    def deliver(self, person: str, raw: bytes) -> None:
        """Put a message into a mailbox, as a delivery does."""
        box = self._folder / "mail" / person
        for place in ("tmp", "new", "cur"):
            (box / place).mkdir(parents=True, exist_ok=True)
        name = f"{next(self._made):06}.test"
        (box / "tmp" / name).write_bytes(raw)
        self._give_away(box)
        (box / "tmp" / name).rename(box / "new" / name)

    def wait_for(self, person: str, number: int) -> list[EmailMessage]:
        """Return what somebody has, once it is so many."""
        try:
            _until(lambda: len(self.inbox(person)) >= number, f"{number} e-mails for {person}")
        except TimeoutError as error:
            error.add_note(self._logs())
            raise
        return self.inbox(person)

    def _prepare(self) -> None:
        for name in ("spool", "mail", "run", "state"):
            (self._folder / name).mkdir()
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-nodes", "-days", "2", "-subj", "/CN=localhost",
             "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
             "-keyout", f"{self._folder}/host.key", "-out", f"{self._folder}/host.pem"],
            check=True,
            capture_output=True,
        )  # fmt: skip
        owner = subprocess.run(
            ["id", "-un"], **self._as_nobody, check=True, capture_output=True, text=True
        ).stdout.strip()
        group = subprocess.run(
            ["id", "-gn"], **self._as_nobody, check=True, capture_output=True, text=True
        ).stdout.strip()
        values = {
            "folder": self._folder,
            "exim": EXIM,
            "domain": DOMAIN,
            "people_domain": PEOPLE_DOMAIN,
            "people": " : ".join(self._people),
            "smtp_port": self._smtp_port,
            "imap_port": self._imap_port,
            "user": owner,
            "group": group,
            "password": PASSWORD,
        }
        (self._folder / "exim.conf").write_text(EXIM_CONF.format(**values))
        (self._folder / "dovecot.conf").write_text(DOVECOT_CONF.format(**values))
        self._give_away(self._folder)

    def _give_away(self, folder: Path) -> None:
        if self._as_nobody:
            for path in (folder, *folder.rglob("*")):
                shutil.chown(path, "nobody", "nogroup")

    def _started(self, *command: str | Path, port: int) -> subprocess.Popen[bytes]:
        with (self._folder / "console.log").open("ab") as console:
            process = subprocess.Popen(
                command, cwd=self._folder, stdout=console, stderr=console, **self._as_nobody
            )

        def answers() -> bool:
            if process.poll() is not None:
                raise RuntimeError(f"{command[0]} ended: {self._logs()}")
            with socket.socket() as line:
                line.settimeout(1)
                return line.connect_ex(("127.0.0.1", port)) == 0

        _until(answers, f"{command[0]} listens")
        return process

    def _logs(self) -> str:
        return "\n".join(file.read_text() for file in sorted(self._folder.glob("*log")))


def _until(true: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE_S
    pause = Event()
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        pause.wait(0.02)


def _free_ports(number: int) -> list[int]:
    lines = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [line.getsockname()[1] for line in lines]
    for line in lines:
        line.close()
    return ports


def _ended(process: subprocess.Popen[bytes] | None) -> None:
    if process is None:
        return
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
