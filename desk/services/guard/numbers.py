"""National identification numbers and bank accounts, known by their own checks."""

import re
from collections.abc import Iterator

from desk.services.guard.finding import Finding, FindingKind

_BREAK = r"[ .\-/_\n]{0,3}"
_NIR = re.compile(
    r"(?<![0-9A-Za-z])"
    + _BREAK.join([r"([1-478])", *[r"(\d)"] * 5, r"([0-9ABab])", *[r"(\d)"] * 6])
    + rf"(?:{_BREAK}(\d){_BREAK}(\d)(?!\d))?"
)
# Written as people write one: in one piece, or 1-2-2-2-3-3.
_USUAL_NIR = re.compile(
    r"\d{6}[0-9AB]\d{6}|\d[ .\-]\d\d[ .\-]\d\d[ .\-]\d[0-9AB](?:[ .\-]\d{3}){2}"
)

_IBAN_START = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2}[ .\-\n]?\d[ .\-]?\d")
_IBAN_CHARACTER = re.compile(r"[ .\-\n]{0,2}([0-9A-Za-z])")
IBAN_LENGTHS = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22,
    "BI": 27, "BR": 29, "BY": 28, "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DJ": 27,
    "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FK": 18, "FO": 18, "FR": 27,
    "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28, "HN": 28, "HR": 21, "HU": 28,
    "IE": 22, "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28,
    "LC": 32, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22,
    "MK": 19, "MN": 20, "MR": 27, "MT": 31, "MU": 30, "NI": 28, "NL": 18, "NO": 15, "OM": 23,
    "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "RU": 33, "SA": 24,
    "SC": 31, "SD": 18, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "SO": 23, "ST": 25, "SV": 28,
    "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20, "YE": 30,
}  # fmt: skip
"""Characters of an account number by country, as the IBAN registry of ISO 13616 gives them."""
_COUNTRY, _LONGEST = 2, 34


def nir_key(number: str) -> int:
    """The key of a NIR's 13 characters, 1 to 97 (law C5; 2A counts as 19, 2B as 18)."""
    digits = number.upper().replace("2A", "19").replace("2B", "18")
    return 97 - int(digits) % 97


def iban_is_valid(account: str) -> bool:
    """The check of ISO 7064 (mod 97-10) holds. `account` has no spaces."""
    turned = account[4:] + account[:4]
    return int("".join(str(int(character, 36)) for character in turned)) % 97 == 1


def nirs(plain: str) -> Iterator[Finding]:
    """Every NIR: 15 characters with a right key however they are parted, or 13 as people write
    them. A mistyped key does not hide the 13 before it.
    """
    at = 0
    while (match := _NIR.search(plain, at)) is not None:
        place = _nir_place(plain, match)
        if place is None:
            at = match.start() + 1
            continue
        masked = f"{match[1]} {match[2]}{match[3]} •• •• ••• •••"
        yield Finding(FindingKind.NIR, match.start(), place, masked)
        at = place


def _nir_place(plain: str, match: re.Match[str]) -> int | None:
    """Where the number that begins there ends, None when it is none."""
    number = "".join(match.groups()[:13]).upper()
    corsican = not number[6].isdigit()
    month, department = number[3:5], number[5:7]
    if corsican and department not in ("2A", "2B"):
        return None
    if not _is_month(month) or department == "00":
        return None
    if match[14] is not None and nir_key(number) == int(match[14] + match[15]):
        return match.end()
    end = match.end(13)
    followed = plain[end : end + 1]
    if followed.isalnum() or not _USUAL_NIR.fullmatch(plain[match.start() : end].upper()):
        return None
    return end


def _is_month(month: str) -> bool:
    # 20 to 42 and 50 to 99: civil status incomplete or unknown (law C5).
    return 1 <= int(month) <= 12 or 20 <= int(month) <= 42 or int(month) >= 50


def ibans(plain: str) -> Iterator[Finding]:
    """Every account number whose checksum holds, of any country, however it is parted."""
    at = 0
    while (match := _IBAN_START.search(plain, at)) is not None:
        end = _iban_end(plain, match.start())
        if end is None:
            at = match.start() + 1
            continue
        account = "".join(filter(str.isalnum, plain[match.start() : end])).upper()
        masked = f"{account[:2]}•• •••• •••• {account[-3:]}"
        yield Finding(FindingKind.IBAN, match.start(), end, masked)
        at = end


def _iban_end(plain: str, start: int) -> int | None:
    account, at = "", start
    wanted = _LONGEST
    while len(account) < wanted:
        match = _IBAN_CHARACTER.match(plain, at)
        if match is None:
            return None
        account += match[1].upper()
        at = match.end()
        if len(account) == _COUNTRY:
            if account not in IBAN_LENGTHS:
                return None
            wanted = IBAN_LENGTHS[account]
    # Words of a sentence can pass the checksum by chance; no country's accounts are mostly letters.
    digits = sum(map(str.isdigit, account))
    if digits * 2 < len(account) or plain[at : at + 1].isalnum() or not iban_is_valid(account):
        return None
    return at
