"""Creates sign-in accounts for agents and adherents, complete and consistent."""

from collections.abc import Sequence

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from portal.accounts.models import Adherent, Agent, Role, User
from portal.administration.group import (
    administrators,
    catalogue_editors,
    data_protection_officers,
    template_editors,
)
from portal.catalogue.models import Caisse, Competence


class AccountError(Exception):
    """An account cannot be created as asked; the message says why, without any secret."""


@transaction.atomic
def create_agent(
    *,
    login: str,
    password: str,
    caisse_code: str,
    first_name: str,
    last_name: str,
    job_title: str = "",
    role: str = Role.AGENT,
    competence_codes: Sequence[str] = (),
    is_staff: bool = False,
    is_superuser: bool = False,
    is_officer: bool = False,
    edits_catalogue: bool = False,
    in_training: bool = False,
) -> Agent:
    """Create an agent of a caisse.

    Args:
        is_staff: the agent may sign in to the administration, and administers this caisse.
        is_superuser: the agent administers everything, of every caisse.
        edits_catalogue: the agent edits the catalogue of all caisses, on the administration.
        in_training: a colleague reads their replies before they leave; not for a supervisor.
        is_officer: the agent is this caisse's data-protection officer, on the administration.

    Raises:
        AccountError: the login is taken, the password too weak, a code unknown.
    """
    caisse = Caisse.objects.filter(code=caisse_code).first()
    if caisse is None:
        raise AccountError(f"there is no caisse {caisse_code!r}")
    competences = list(Competence.objects.filter(code__in=competence_codes))
    unknown = set(competence_codes) - {competence.code for competence in competences}
    if unknown:
        raise AccountError(f"there is no competence {min(unknown)!r}")
    if role not in Role.values:
        raise AccountError(f"there is no role {role!r}")
    if in_training and role == Role.SUPERVISOR:
        raise AccountError("a supervisor cannot be in training")
    if User.objects.filter(username=login).exists():
        raise AccountError(f"the login {login!r} is taken")
    user = User(
        username=login,
        first_name=first_name,
        last_name=last_name,
        is_staff=is_staff
        or is_superuser
        or is_officer
        or edits_catalogue
        or role == Role.SUPERVISOR,
        is_superuser=is_superuser,
    )
    try:
        validate_password(password, user)
        user.set_password(password)
        user.full_clean()
    except ValidationError as error:
        raise AccountError("; ".join(error.messages)) from error
    user.save()
    agent = Agent.objects.create(
        user=user,
        caisse=caisse,
        role=role,
        first_name=first_name,
        last_name=last_name,
        job_title=job_title,
        in_training=in_training,
    )
    agent.competences.set(competences)
    if is_staff and not is_superuser:
        user.groups.add(administrators())
    if role == Role.SUPERVISOR:
        user.groups.add(template_editors())
    if is_officer:
        user.groups.add(data_protection_officers())
    if edits_catalogue:
        user.groups.add(catalogue_editors())
    return agent


@transaction.atomic
def create_adherent(
    *, username: str, password_hash: str, email: str, adherent: Adherent
) -> Adherent:
    """Create the account of an adherent whose identity and address are already established.

    Args:
        username: the NIR without key, or the SIRET.
        password_hash: as `make_password` made it: hashing is slow on purpose, and callers that
            create many accounts hash once.
        email: confirmed already, so marked verified (allauth asks for such a row); may be empty.
        adherent: unsaved, complete but for its user.
    """
    user = User.objects.create(username=username, email=email, password=password_hash)
    if email:
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    adherent.user = user
    adherent.save()
    return adherent


@transaction.atomic
def create_member(adherent: Adherent, *, email: str = "") -> Adherent:
    """Make a person or enterprise known who has not registered: nobody can sign in with it yet.

    Args:
        adherent: unsaved, complete but for its user.
        email: on file with the caisse, not confirmed by anybody.
    """
    user = User(username=adherent.nir or adherent.siret, email=email)
    user.set_unusable_password()
    user.save()
    if email:
        EmailAddress.objects.create(user=user, email=email, verified=False, primary=True)
    adherent.user = user
    adherent.save()
    return adherent
