"""What the catalogue offers to a profile: the lists of the three steps, and the service window.

Source: R-ACT-03 (lists follow the profile), R-SUJ-01, R-MOT-01, R-POP-01.
"""

from portal.catalogue.models import Motif, OnlineService, Sujet, Theme

# The lists are short (15, at most 8, at most 12) and SQLite cannot search a JSON list: the
# profile is matched here.


def themes_for(profile: str) -> list[Theme]:
    """Return the themes in force for `profile`, in the order of the catalogue (R-THM-02)."""
    return [theme for theme in Theme.objects.filter(active=True) if profile in theme.profiles]


def sujets_for(theme: Theme, profile: str) -> list[Sujet]:
    """Return the sujets of `theme` in force for `profile`, in order (R-SUJ-01, R-SUJ-03)."""
    return [sujet for sujet in theme.sujets.filter(active=True) if profile in sujet.profiles]


def motifs_for(sujet: Sujet, profile: str) -> list[Motif]:
    """Return the motifs of `sujet` in force for `profile`, in order (R-MOT-01, R-MOT-02)."""
    motifs = sujet.motifs.filter(active=True).select_related("online_service")
    return [motif for motif in motifs if profile in motif.profiles]


def in_force(level: Theme | Sujet | Motif, profile: str) -> bool:
    """Whether `level` itself is offered to `profile`, whatever it belongs to."""
    return level.active and profile in level.profiles


def is_offered(motif: Motif, profile: str) -> bool:
    """Whether someone of `profile` may write about `motif`: it, its sujet and theme in force."""
    return all(in_force(level, profile) for level in (motif, motif.sujet, motif.sujet.theme))


def service_for(motif: Motif, profile: str) -> OnlineService | None:
    """Return the online service to propose before writing, or None (R-POP-01, R-POP-06)."""
    service = motif.online_service
    if service is None or not service.active or profile not in service.profiles:
        return None
    return service
