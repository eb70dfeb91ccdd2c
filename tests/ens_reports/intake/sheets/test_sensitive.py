import pytest

from ens_reports.intake.sheets.sensitive import sensitive


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("Nom et prénom du contrevenant", "sensitive_person"),
        ("NOM DU CONTREVENANT", "sensitive_person"),
        ("CPF/CNPJ", "sensitive_person"),
        ("3. Passport number", "sensitive_person"),
        ("اسم المتهم", "sensitive_person"),
        ("Razón social", "sensitive_origin_or_company"),
        ("Tribe", "sensitive_origin_or_company"),
        ("Nombre\ncomún", None),
        ("Address of the accused", "sensitive_person"),
        ("Nationality of offenders", None),
        ("Agent polluant", None),
        ("Vessel name", None),
        ("nomeRazaoSocial", "sensitive_origin_or_company"),
        ("Nombre del inspeccionado", "sensitive_person"),
        ("Mis en cause \u203a Nom", "sensitive_person"),
        ("Infracção \u203a Nome", "sensitive_person"),
        ("Embarcação \u203a Nome", None),
        ("Mis en cause \u203a Nbre", None),
        ("Jml Tersangka", None),
        ("No. of suspects arrested", None),
        ("Nome da espécie", None),
        ("", None),
    ],
)
def test_a_column_is_not_taken_by_its_name(header: str, reason: str | None) -> None:
    assert sensitive(header) == reason
