"""The invented agent of tests that need no portal."""

from desk import wire

ME = wire.Me(
    agent_id=1,
    login="camille.exemple",
    first_name="Camille",
    last_name="EXEMPLE",
    display_name="Camille Exemple",
    job_title="Conseillère de protection sociale",
    role="agent",
    competences=["famille"],
    caisse=wire.CaisseInfo(
        code="picardie",
        name="MSA Picardie",
        address="1 rue de l'Exemple, 60000 Beauvais",
        phone="03 00 00 00 00",
        medical_service_address="Service médical, 1 rue de l'Exemple, 60000 Beauvais",
        assistance_phone="03 20 900 500",
        assistance_hours="du lundi au vendredi de 8 h 30 à 12 h 15",
        timezone="Europe/Paris",
    ),
    private_space_url="https://monespaceprive.exemple-msa.test",
)
