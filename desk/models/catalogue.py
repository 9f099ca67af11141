"""The catalogue in the store: motifs flattened with their parents, services, teams, caisses."""

from sqlalchemy import Connection

from desk import wire


def apply_catalogue(conn: Connection, catalogue: wire.Catalogue) -> None:
    """Replace the stored catalogue by `catalogue`, whole: codes that disappeared are gone.

    Motifs are ranked in the order of the portal: position within the sujet, sujet within the
    theme, theme; equal positions by code, so that the order never depends on chance.
    """
    rows: list[tuple[object, ...]] = []
    for theme in sorted(catalogue.themes, key=lambda each: (each.position, each.code)):
        for sujet in sorted(theme.sujets, key=lambda each: (each.position, each.code)):
            for motif in sorted(sujet.motifs, key=lambda each: (each.position, each.code)):
                active = theme.active and sujet.active and motif.active
                rows.append(
                    (
                        motif.code,
                        motif.label,
                        sujet.code,
                        sujet.label,
                        theme.code,
                        theme.label,
                        len(rows) + 1,
                        motif.competence,
                        motif.online_service,
                        int(motif.medical),
                        int(active),
                    )
                )
    conn.exec_driver_sql("DELETE FROM motif")
    if rows:
        conn.exec_driver_sql(
            "INSERT INTO motif (code, label, sujet, sujet_label, theme, theme_label, rank,"
            " competence, online_service, medical, active) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            rows,
        )
    # A motif that hangs elsewhere now takes its threads along: the portal does not send them again.
    conn.exec_driver_sql(
        "UPDATE thread SET theme = m.theme, sujet = m.sujet FROM motif m"
        " WHERE m.code = thread.motif AND (thread.theme, thread.sujet) != (m.theme, m.sujet)"
    )
    conn.exec_driver_sql("DELETE FROM online_service")
    services = [(s.code, s.label, s.url, int(s.active)) for s in catalogue.online_services]
    if services:
        conn.exec_driver_sql(
            "INSERT INTO online_service (code, label, url, active) VALUES (?,?,?,?)", services
        )
    conn.exec_driver_sql("DELETE FROM competence")
    competences = [(c.code, c.label) for c in catalogue.competences]
    if competences:
        conn.exec_driver_sql("INSERT INTO competence (code, label) VALUES (?,?)", competences)
    conn.exec_driver_sql("DELETE FROM caisse")
    caisses = [(c.code, c.label) for c in catalogue.caisses]
    if caisses:
        conn.exec_driver_sql("INSERT INTO caisse (code, label) VALUES (?,?)", caisses)


def unknown_motifs(conn: Connection, codes: set[str]) -> set[str]:
    """Those of `codes` that the stored catalogue does not hold."""
    known = conn.exec_driver_sql("SELECT code FROM motif").scalars()
    return codes - set(known)
