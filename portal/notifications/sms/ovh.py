"""OVHcloud's SMS API (``/sms/{serviceName}``), as its public documentation has it.

- Requests are signed: ``$1$`` and the SHA-1 of secret, consumer key, method, address, body and
  instant, joined by +. The instant is the provider's (``/auth/time``): our clock may be wrong.
- ``POST …/jobs`` sends: ``ids`` of what it took, ``invalidReceivers`` it will never take.
- ``tag`` is ours; ``GET …/outgoing?tag=`` lists what was sent under it. It has no key that makes a
  repeated POST harmless, so whoever repeats one asks for the tag first.
- ``GET …/outgoing/{id}`` holds the network's delivery report: ``deliveryReceipt`` (1 delivered, 2
  failed, 16 in error; 0, 4 and 8 pending) and ``ptt``, why (23: the number is wrong or barred).
"""

import hashlib
import json
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Final
from urllib.parse import quote

import requests

from portal.notifications.sms.configuration import OvhAccount
from portal.notifications.sms.gateway import Fate, SmsNotTaken
from portal.notifications.sms.gsm import measured

CONNECT_SECONDS: Final = 5.0
READ_SECONDS: Final = 20.0
ANSWER_BYTES: Final = 1 << 20
VALID_MINUTES: Final = 1_440
"""How long the network tries to reach a telephone that is off."""
DELIVERED: Final = 1
UNDELIVERED: Final = (2, 16)
CAUSES: Final = {
    8: "telephone_unreachable",
    23: "number_refused",
    24: "telephone_unreachable",
    26: "telephone_unreachable",
    27: "number_refused",
    74: "telephone_unreachable",
}
"""Of ``ptt``, those that say something of the telephone or the number; else the network failed."""
LONGEST_WAIT: Final = timedelta(days=1)


@dataclass
class OvhGateway:
    """An `OvhAccount` in use; one connection, kept for a batch."""

    account: OvhAccount
    timeout: tuple[float, float] = (CONNECT_SECONDS, READ_SECONDS)
    _session: requests.Session = field(default_factory=requests.Session)
    _clock_apart: int | None = None

    def hand_over(self, *, to: str, text: str, reference: str) -> None:
        answer = self._ask(
            "POST",
            f"/sms/{quote(self.account.service, safe='')}/jobs",
            {
                "charset": "UTF-8",
                "class": "phoneDisplay",
                "coding": "7bit" if measured(text).encoding == "gsm7" else "8bit",
                "message": text,
                "noStopClause": True,  # nothing is advertised
                "priority": "high",
                "receivers": [to],
                "sender": self.account.sender,
                "senderForResponse": False,
                "tag": reference,
                "validityPeriod": VALID_MINUTES,
            },
        )
        match answer:
            case {"ids": [_, *_]}:
                return
            case {"ids": [], "invalidReceivers": [_, *_]}:
                raise SmsNotTaken("number_refused", permanent=True)
            case _:
                raise SmsNotTaken("gateway_misread")

    def has(self, reference: str) -> bool:
        return bool(self._sent(reference))

    def fate(self, reference: str) -> Fate:
        # Offered twice, one that arrived is enough.
        fates = [self._fate(sms_id) for sms_id in self._sent(reference)]
        arrived = [each for each in fates if each.is_final and not each.cause]
        waiting = [each for each in fates if not each.is_final]
        return next(iter(arrived + waiting + fates), Fate(is_final=False))

    def _fate(self, sms_id: int) -> Fate:
        match self._ask("GET", f"/sms/{quote(self.account.service, safe='')}/outgoing/{sms_id}"):
            case {"deliveryReceipt": int() as receipt, "ptt": int() as why}:
                if receipt in UNDELIVERED:
                    return Fate(is_final=True, cause=CAUSES.get(why, "sms_undelivered"))
                return Fate(is_final=receipt == DELIVERED)
            case _:
                raise SmsNotTaken("gateway_misread")

    def _sent(self, reference: str) -> list[int]:
        sent = self._ask(
            "GET",
            f"/sms/{quote(self.account.service, safe='')}/outgoing?tag={quote(reference, safe='')}",
        )
        if not isinstance(sent, list) or not all(isinstance(each, int) for each in sent):
            raise SmsNotTaken("gateway_misread")
        return sent

    def senders(self) -> list[str]:
        """The names that the account may send under; for `portal check`.

        Raises:
            SmsNotTaken: the gateway does not say.
        """
        names = self._ask("GET", f"/sms/{quote(self.account.service, safe='')}/senders")
        if not isinstance(names, list):
            raise SmsNotTaken("gateway_misread")
        return [str(name) for name in names]

    def credits_left(self) -> float:
        """What the account may still send, in the provider's credits; for `portal check`.

        Raises:
            SmsNotTaken: the gateway does not say.
        """
        match self._ask("GET", f"/sms/{quote(self.account.service, safe='')}"):
            case {"creditsLeft": int() | float() as credits_left}:
                return float(credits_left)
            case _:
                raise SmsNotTaken("gateway_misread")

    def close(self) -> None:
        self._session.close()

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        if self._clock_apart is None:
            theirs = self._call("GET", "/auth/time", b"", {})
            if not isinstance(theirs, int) or isinstance(theirs, bool):
                raise SmsNotTaken("gateway_misread", concerns_all=True)
            self._clock_apart = theirs - int(time.time())
        content = b"" if body is None else json.dumps(body).encode()
        instant = str(int(time.time()) + self._clock_apart)
        account = self.account
        signed = "+".join(
            (
                account.application_secret,
                account.consumer_key,
                method,
                f"{account.endpoint}{path}",
                content.decode(),
                instant,
            )
        )
        digest = hashlib.sha1(signed.encode(), usedforsecurity=False).hexdigest()
        headers = {
            "X-Ovh-Application": account.application_key,
            "X-Ovh-Consumer": account.consumer_key,
            "X-Ovh-Timestamp": instant,
            "X-Ovh-Signature": f"$1${digest}",
        }
        if content:
            headers["Content-Type"] = "application/json; charset=utf-8"
        return self._call(method, path, content, headers)

    def _call(self, method: str, path: str, content: bytes, headers: dict[str, str]) -> Any:
        try:
            with self._session.request(
                method,
                f"{self.account.endpoint}{path}",
                data=content or None,
                headers=headers,
                timeout=self.timeout,
                allow_redirects=False,
                stream=True,
            ) as answer:
                if answer.status_code != requests.codes.ok:
                    raise _refusal(answer)
                raw: bytes = next(answer.iter_content(ANSWER_BYTES + 1), b"")
        except requests.ConnectionError as error:
            # Refused, or cut after the request had left: then it may have been taken.
            raise SmsNotTaken("gateway_unreachable", concerns_all=True) from error
        except (requests.RequestException, OSError) as error:
            raise SmsNotTaken("connection_lost") from error
        if len(raw) > ANSWER_BYTES:
            raise SmsNotTaken("gateway_misread")
        try:
            return json.loads(raw)
        except (ValueError, RecursionError) as error:
            raise SmsNotTaken("gateway_misread") from error


def _refusal(answer: requests.Response) -> SmsNotTaken:
    code, wait = answer.status_code, _retry_after(answer.headers.get("Retry-After", ""))
    match code:
        case 400 | 409 | 413 | 422:
            return SmsNotTaken("text_refused", permanent=True)
        case 401 | 403 | 404:
            # Keys, rights or the account's name: for the operator to mend, so tried again.
            return SmsNotTaken("gateway_sign_in_refused", wait=wait, concerns_all=True)
        case 402:
            return SmsNotTaken("gateway_out_of_credit", wait=wait, concerns_all=True)
        case 429:
            return SmsNotTaken("gateway_busy", wait=wait, concerns_all=True)
        case _ if code >= 500:
            return SmsNotTaken("gateway_failed", wait=wait, concerns_all=wait is not None)
        case _:
            return SmsNotTaken("gateway_misread")


def _retry_after(value: str) -> timedelta | None:
    """Seconds or a date (RFC 9110, 10.2.3), a day at most; None when it says neither."""
    value = value.strip()
    if value.isdecimal() and value.isascii():
        wait = timedelta(seconds=min(int(value[:9]), LONGEST_WAIT.total_seconds()))
    else:
        try:
            at = parsedate_to_datetime(value)
        except ValueError:
            return None
        at = at if at.tzinfo else at.replace(tzinfo=UTC)
        wait = at - datetime.now(UTC)
    return min(max(wait, timedelta(0)), LONGEST_WAIT)
