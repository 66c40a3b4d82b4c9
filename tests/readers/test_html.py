"""Web pages, as sites write them."""

from datetime import date
from hashlib import sha256

import pytest

from dateline.errors import UnreadableFile
from dateline.readers.html import read_html

PAGE = b"""<html lang="en"><head><title>Troops leave Kidal | Bamako Post</title>
<meta property="og:title" content="Troops leave Kidal"><meta property="og:site_name" content="Bamako Post">
<meta name="author" content="Awa Keita"><link rel="canonical" href="https://bamako.example/kidal">
<meta property="article:published_time" content="2024-03-05T09:00:00Z"></head>
<body><nav><a href="/">Home</a> | <a href="/world">World</a></nav><article><h1>Troops leave Kidal</h1>
<p>BAMAKO - The last foreign troops left Kidal on Tuesday, the army said, ending a mission of eleven years in the north.</p>
<p>Residents watched the convoy pass through the market before dawn, and rebels in the hills fired no shot at it.</p>
</article><footer>All rights reserved by the Bamako Post company</footer></body></html>"""


def test_a_page_gives_its_article_and_nothing_around_it() -> None:
    found = read_html(PAGE, "kidal.html", "kidal.html")
    paragraphs = found.text.split("\n")
    assert [paragraph.split()[0] for paragraph in paragraphs] == ["BAMAKO", "Residents"]
    assert "rights" not in found.text


def test_what_the_page_says_of_its_publication_is_kept() -> None:
    facts = read_html(PAGE, "kidal.html", "kidal.html").publication
    assert (facts.title, facts.publisher, facts.author) == ("Troops leave Kidal", "Bamako Post", "Awa Keita")
    assert (facts.url, facts.published) == ("https://bamako.example/kidal", date(2024, 3, 5))


def test_the_page_and_its_extractor_can_be_told_later() -> None:
    facts = read_html(PAGE, "kidal.html", "kidal.html").publication
    assert facts.page_hash == sha256(PAGE).hexdigest()
    assert (facts.extractor or "").startswith("trafilatura 2")


@pytest.mark.parametrize(
    "page", [b"", b"<html><body></body></html>", b"<html><body><script>run()</script></body></html>"]
)
def test_a_page_without_an_article_is_refused(page: bytes) -> None:
    with pytest.raises(UnreadableFile, match="no article is in this page"):
        read_html(page, "empty.html", "empty.html")
