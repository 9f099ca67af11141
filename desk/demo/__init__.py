"""The demonstration: starts a portal and a mail server, plays an adherent, opens desk.

It reaches the portal as everybody does, by process and HTTP; it imports nothing of it. Needs the
``demo`` extra (aiosmtpd, beautifulsoup4).
"""
