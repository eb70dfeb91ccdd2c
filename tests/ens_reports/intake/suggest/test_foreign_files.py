"""Files as a dozen countries could send them: which columns the draft of a mapping gets right. All of it is invented."""

from functools import cache
from itertools import cycle, islice

import pandas as pd
import pytest

from ens_reports.intake.sheets.table import Table
from ens_reports.intake.source import Sheet
from ens_reports.intake.suggest.draft import Draft, draft_of

ROWS = 24
NOT_TAKEN, IGNORED = "not taken", "ignored"
Columns = dict[str, tuple[str, list[str]]]
"""Header -> what it is (a field, not taken, ignored), and its values, which are repeated."""


def numbers(form: str) -> list[str]:
    """Numbers that do not repeat."""
    return [form.format(number) for number in range(1, ROWS + 1)]


def days(form: str) -> list[str]:
    """Days of which some prove that the day comes first."""
    return [form.format(d=(number * 7) % 28 + 1, m=number % 12 + 1, y=2022 + number % 3) for number in range(ROWS)]


PEOPLE = numbers("Juan{} Perez Lopez")
FILES: dict[str, tuple[str, str, Columns]] = {
    "French customs, with numbering and units": (
        "FRA",
        "wildlife",
        {
            "N°": (IGNORED, numbers("{}")),
            "Réf. dossier": ("incident_id", numbers("DOU-2024-{:04d}")),
            "Date de la\nconstatation": ("incident_date", days("{d:02d}/{m:02d}/{y}")),
            "Bureau / service constatateur": ("detecting_agency", ["Roissy CDG", "Le Havre port", "Marseille"]),
            "Espèce (nom latin)": ("scientific_name", ["Manis tricuspis", "Python regius", "Psittacus erithacus", "Testudo graeca"]),
            "Nature du spécimen": ("specimen_text", ["écailles", "peau", "animal vivant", "viande"]),
            "Qté": ("quantity", ["12,5", "3", "1", "104", "7,25"]),
            "Unité": ("unit", ["kg", "pièces", "kg"]),
            "Pays de provenance": ("origin_country", ["Cameroun", "Côte d'Ivoire", "Togo", "RDC"]),
            "Pays de destination": ("destination_country", ["Belgique", "France", "Chine"]),
            "Moyen de transport": ("transport_mode", ["Fret aérien", "Bagage passager", "Colis postal"]),
            "Nom et prénom du contrevenant": (NOT_TAKEN, PEOPLE),
            "Valeur (EUR)": ("value", ["1500", "230", "12000"]),
            "Observations": ("narrative", ["Contrôle d'un voyageur en provenance de Douala, découverte dans deux valises à double fond."]),
        },
    ),
    "Portuguese list of fines": (
        "PRT",
        "fisheries",
        {
            "Nº do Auto": ("incident_id", numbers("AUTO/{:03d}/2023")),
            "Data da infração": ("incident_date", days("{d:02d}-{m:02d}-{y}")),
            "Nome do arguido": (NOT_TAKEN, PEOPLE),
            "NIF": (NOT_TAKEN, numbers("2{:08d}")),
            "Embarcação": ("vessel_name", ["Estrela do Mar", "Nova Esperança", "Boa Sorte"]),
            "Arte de pesca": ("gear", ["Arrasto", "Redes de emalhar", "Palangre"]),
            "Espécie": ("scientific_name", ["Sardina pilchardus", "Octopus vulgaris", "Merluccius merluccius"]),
            "Peso (kg)": ("quantity", ["12,5", "130,0", "48,75"]),
            "Infração": ("offence_text", ["Pesca sem licença", "Tamanho inferior ao mínimo", "Zona interdita"]),
            "Coima (€)": ("sanction_amount", ["250,00", "1.500,00", "600,00"]),
            "Situação do processo": ("outcome", ["Paga", "Em instrução", "Arquivado"]),
            "Local": ("place_name", ["Setúbal", "Peniche", "Olhão"]),
        },
    ),
    "Arabic workbook": (
        "EGY",
        "pollution",
        {
            "م": (IGNORED, numbers("{}")),
            "رقم المحضر": ("incident_id", numbers("{}/2024")),
            "تاريخ الضبط": ("incident_date", days("{d:02d}/{m:02d}/{y}")),
            "المحافظة": ("admin1", ["القاهرة", "الإسكندرية", "السويس"]),
            "نوع التلوث": ("pollution_type", ["إلقاء النفايات", "حرق", "تصريف بري"]),
            "المادة": ("substance_name", ["زيوت مستعملة", "نفايات طبية"]),
            "الكمية": ("quantity", ["120", "45.5", "3"]),
            "الوحدة": ("unit", ["كغ", "طن", "لتر"]),
            "اسم المتهم": (NOT_TAKEN, ["محمد أحمد علي", "حسن محمود سعيد"]),
            "الجهة الضابطة": ("detecting_agency", ["شرطة البيئة", "خفر السواحل"]),
            "ملاحظات": ("narrative", ["تم ضبط شاحنة محملة بالنفايات الخطرة على الطريق الصحراوي قرب المدينة الصناعية الجديدة"]),
        },
    ),
    "Spanish headers over several lines": (
        "ECU",
        "forestry",
        {
            "No.\nde\nacta": ("incident_id", numbers("ACT-{:03d}")),
            "Fecha\ndel\noperativo": ("incident_date", days("{d}/{m}/{y}")),
            "Provincia": ("admin1", ["Napo", "Orellana", "Sucumbíos"]),
            "Cantón /\nlocalidad": ("place_name", ["Tena", "Coca", "Lago Agrio"]),
            "Especie forestal": ("scientific_name", ["Cedrela odorata", "Swietenia macrophylla"]),
            "Nombre\ncomún": ("trade_name", ["cedro", "caoba"]),
            "Volumen\ndecomisado\n(m³)": ("volume_m3", ["12,45", "8,10", "3,5"]),
            "Placa del\nvehículo": (NOT_TAKEN, numbers("PBA-{:04d}")),
            "Presunto\ninfractor": (NOT_TAKEN, PEOPLE),
            "Cédula": (NOT_TAKEN, numbers("17{:08d}")),
            "Coordenada X": ("longitude", ["-77.8123", "-76.9871", "-77.1234"]),
            "Coordenada Y": ("latitude", ["-0.9923", "-0.4671", "0.0841"]),
            "Guía de\nmovilización": ("transport_doc_no", numbers("GM-{:06d}")),
        },
    ),
    "Indonesian headers": (
        "IDN",
        "wildlife",
        {
            "No": (IGNORED, numbers("{}")),
            "Nomor LP": ("incident_id", numbers("LP/{:03d}/X/2023")),
            "Tanggal": ("incident_date", days("{d:02d}-{m:02d}-{y}")),
            "Provinsi": ("admin1", ["Aceh", "Riau", "Papua"]),
            "Nama Ilmiah": ("scientific_name", ["Manis javanica", "Cacatua galerita", "Panthera tigris sumatrae"]),
            "Jumlah": ("quantity", ["12", "4", "1"]),
            "Satuan": ("unit", ["kg", "ekor", "kg"]),
            "Nama Tersangka": (NOT_TAKEN, PEOPLE),
            "Negara Tujuan": ("destination_country", ["Vietnam", "China", "Malaysia"]),
            "Lintang": ("latitude", ["5.5483", "0.5071", "-2.5337"]),
            "Bujur": ("longitude", ["95.3238", "101.4478", "140.7181"]),
        },
    ),
    "Vietnamese headers": (
        "VNM",
        "wildlife",
        {
            "STT": (IGNORED, numbers("{}")),
            "Ngày bắt giữ": ("incident_date", days("{d:02d}/{m:02d}/{y}")),
            "Địa điểm": ("place_name", ["Hải Phòng", "Móng Cái", "Đà Nẵng"]),
            "Tên khoa học": ("scientific_name", ["Manis javanica", "Loxodonta africana", "Ceratotherium simum"]),
            "Khối lượng (kg)": ("quantity", ["120,5", "45", "3,2"]),
            "Nước xuất xứ": ("origin_country", ["Nigeria", "Angola", "Nam Phi"]),
            "Đối tượng vi phạm": (NOT_TAKEN, ["Nguyễn Văn A", "Trần Thị B"]),
        },
    ),
    "Abbreviations": (
        "CIV",
        "forestry",
        {
            "N° PV": ("incident_id", numbers("PV{:03d}/24")),
            "Dt infr.": ("incident_date", days("{d:02d}.{m:02d}.{y}")),
            "Dépt": ("admin1", ["Bouaké", "Man", "Daloa"]),
            "Loc.": ("place_name", ["Tiébissou", "Danané", "Vavoua"]),
            "Ess.": ("trade_name", ["teck", "acajou", "iroko"]),
            "Vol. (m3)": ("volume_m3", ["3,5", "12", "7,8"]),
            "Nb pers.": ("persons_detected", ["1", "2", "3"]),
            "Mt amende (FCFA)": ("sanction_amount", ["150000", "2000000"]),
            "Tél.": (NOT_TAKEN, numbers("07 01 02 03 {:02d}")),
        },
    ),
    "No useful headers": (
        "PER",
        "mining",
        {
            "col1": (IGNORED, numbers("{}")),
            "col2": ("incident_id", numbers("EXP-{:04d}-2023")),
            "col3": ("incident_date", days("{d:02d}/{m:02d}/{y}")),
            "col4": ("latitude", ["-12.5921", "-13.1022", "-12.8457"]),
            "col5": ("longitude", ["-69.1892", "-70.3455", "-70.0123"]),
            "col6": ("mineral", ["oro", "oro", "Oro", "arena"]),
            "col7": (NOT_TAKEN, ["j.perez@example.org", "m.lopez@example.org"]),
            "col8": ("unit", ["g", "kg", "t"]),
        },
    ),
    "English, American order, coordinates in one cell": (
        "PHL",
        "fisheries",
        {
            "Case #": ("incident_id", numbers("BFAR-{:04d}")),
            "Apprehension Date": ("incident_date", ["03/25/2023", "11/02/2023", "07/19/2024"]),
            "Name of Boat": ("vessel_name", ["FB Maria", "FB San Jose", "FB Lucky"]),
            "Type of Gear Used": ("gear", ["Trawl", "Purse seine", "Gillnet"]),
            "Lat/Long": ("latitude", ["10.3157, 123.8854", "13.4125, 121.1803", "9.7392, 118.7353"]),
            "Catch (kg)": ("catch_kg", ["120", "450", "33"]),
            "No. of Crew": ("crew_count", ["4", "12", "7"]),
            "Captain": (NOT_TAKEN, PEOPLE),
            "Violation": ("offence_text", ["Fishing without license", "Active gear in municipal waters"]),
            "Fine (PHP)": ("sanction_amount", ["5000", "20000"]),
        },
    ),
    "German, values carry it": (
        "DEU",
        "pollution",
        {
            "Aktenzeichen": ("incident_id", numbers("{:02d} Js 1234/23")),
            "Tatzeit": ("incident_date", days("{d:02d}.{m:02d}.{y}")),
            "Abfallcode Basel": ("waste_list_code", ["A1180", "A1010", "B3010"]),
            "Containernr.": ("container_no", ["MSCU1234566", "TCLU7654320", "HLXU1112223"]),
            "Herkunft": ("origin_country", ["Germany", "Netherlands", "Germany"]),
            "Ziel": ("destination_country", ["Ghana", "Nigeria", "Ghana"]),
            "Menge t": ("quantity", ["22,5", "18,0", "24,1"]),
            "Firma": (NOT_TAKEN, ["Muster GmbH", "Alt & Neu GmbH", "Export Ltd"]),
        },
    ),
    "Brazilian police, mining": (
        "BRA",
        "mining",
        {
            "Nº Ocorrência": ("incident_id", numbers("2023{:06d}")),
            "Data do Fato": ("incident_date", days("{d:02d}/{m:02d}/{y}")),
            "Município": ("place_name", ["Itaituba", "Jacareacanga", "Altamira"]),
            "UF": ("admin1", ["PA", "AM", "RO"]),
            "Minério": ("mineral", ["Ouro", "Cassiterita", "Ouro"]),
            "Área degradada (ha)": ("area_ha", ["12,4", "3,0", "101,7"]),
            "Máquinas": ("machinery", ["Escavadeira", "Draga", "Bomba"]),
            "Uso de mercúrio": ("mercury_use", ["Sim", "Não", "Não informado"]),
            "Autuado": (NOT_TAKEN, PEOPLE),
            "CPF/CNPJ": (NOT_TAKEN, numbers("123.456.7{:02d}-00")),
            "Valor da multa (R$)": ("sanction_amount", ["10.000,00", "250.500,00"]),
            "Terra Indígena": (IGNORED, ["Sim", "Não", "Sim"]),
        },
    ),
    "Kenyan list with year and number": (
        "KEN",
        "wildlife",
        {
            "S/No": (IGNORED, numbers("{}")),
            "OB Number": ("incident_id", numbers("OB {}/05/2023")),
            "Date of arrest": ("incident_date", days("{d:02d}/{m:02d}/{y}")),
            "County": ("admin1", ["Kajiado", "Narok", "Isiolo"]),
            "Trophy": ("commodity", ["Elephant ivory", "Pangolin", "Leopard skin"]),
            "Weight in Kgs": ("quantity", ["12", "3.5", "40"]),
            "No. of suspects": ("persons_detected", ["1", "2", "4"]),
            "Name of accused": (NOT_TAKEN, PEOPLE),
            "Tribe": (NOT_TAKEN, ["Kikuyu", "Luo", "Kamba"]),
            "Status of case": ("outcome", ["Pending before court", "Convicted", "Acquitted"]),
        },
    ),
}


def table_of(columns: Columns) -> Table:
    """The file as a table of 24 rows."""
    cells = {position: list(islice(cycle(values), ROWS)) for position, (_, values) in enumerate(columns.values())}
    rows = pd.DataFrame(cells, index=range(2, ROWS + 2), dtype="str")
    return Table(sheet=Sheet(name="", cells=rows), header=tuple(columns), header_row=1, rows=rows, set_aside=rows.iloc[:0])


def found_by(draft: Draft) -> dict[str, str]:
    """Header -> what the draft makes of it."""
    said = {column.header: column.field or column.reading.partition(":")[0] for column in draft.columns}
    return {header: field or "not read" for header, field in said.items()}


@cache
def draft(name: str) -> Draft:
    party, _, columns = FILES[name]
    return draft_of(table_of(columns), party=party)


@pytest.mark.parametrize("name", FILES)
def test_the_contract_is_told(name: str) -> None:
    assert draft(name).matched.contract.name == FILES[name][1]


@pytest.mark.parametrize("name", FILES)
def test_the_columns_are_told(name: str) -> None:
    wanted = {header: what for header, (what, _) in FILES[name][2].items()}
    assert found_by(draft(name)) == wanted
