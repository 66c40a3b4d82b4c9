"""Languages: only what is surely another one is foreign."""

import pytest

from dateline.readers.language import foreign_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Die Regierung hat am Montag beschlossen, die Grenze zu schließen, wie ein Sprecher des Innenministeriums in "
         "der Hauptstadt mitteilte. Die Opposition nannte den Schritt unnötig.", "de"),
        ("El gobierno anunció el martes que cerrará la frontera con el país vecino después de los enfrentamientos de la "
         "semana pasada, según un portavoz del ministerio.", "es"),
        ("Правительство закрыло границу.", "ru"),
    ],
)  # fmt: skip
def test_other_languages_are_named(text: str, code: str) -> None:
    assert foreign_language(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "The government closed the border on Monday after clashes last week, a spokesman for the interior ministry said "
        "in the capital, and the opposition called the step needless.",
        "Les étrangers",
        "12,000 – 14,000",
        "",
        "Ouagadougou, Bobo-Dioulasso, Koudougou, Ouahigouya, Banfora, Kaya, Tenkodogo, Dédougou, Fada N'gourma, Houndé",
    ],
)
def test_english_short_and_doubtful_texts_pass(text: str) -> None:
    assert foreign_language(text) is None
