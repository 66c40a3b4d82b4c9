"""Times of MEANTIME, with the real language model; floors a little under what was measured last."""

import pytest

from dateline.config import Settings
from dateline.evaluate.times import read_meantime, timing_of
from dateline.pipeline import build
from tests.evaluate.examples import GOLD

FOLDER = GOLD / "meantime"


@pytest.mark.model
@pytest.mark.skipif(not FOLDER.exists(), reason="the shared folder with gold data is not beside the checkout")
def test_times_of_wikinews() -> None:
    articles = {article.document.id: article for article in read_meantime(FOLDER)}
    coded = build(Settings()).code(article.document for article in articles.values())
    timing = timing_of([(articles[document.id], document) for document in coded])
    assert timing.articles == 80
    assert timing.strict_f1 >= 0.84
    assert timing.value_f1 >= 0.77
