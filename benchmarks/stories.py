"""Time and memory of linking many short documents: python benchmarks/stories.py 10000 100000 1000000.

The documents are made up: a happening has a dozen words and names of its own, each report of it draws most of them and fills up with common words;
a thousand documents make a day, and one report in a hundred repeats an earlier text with small changes.
"""

import argparse
import json
import random
import resource
import time
from collections.abc import Iterator
from datetime import date, timedelta

from dateline.stories.duplicates import DuplicateFinder
from dateline.stories.features import Features
from dateline.stories.linking import Dated, StoryLinker
from dateline.stories.ranks import word_ranks

SEED = 5
A_DAY, REPORTS, LENGTH, OWN = 1000, 6, 60, 24


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="+")
    for size in parser.parse_args().sizes:
        print(json.dumps(measured(size)), flush=True)


def measured(size: int) -> dict[str, float]:
    """Seconds of the processor in linking and finding duplicates, without the making of texts, and the peak of memory."""
    weigh, linker, finder = Features(word_ranks()), StoryLinker(), DuplicateFinder()
    seconds, repeated, stories = 0.0, 0, set[str]()
    for id, text, day in reports(size):
        began = time.process_time()
        stories.add(linker.add(Dated(id, weigh(text), day)).story)
        repeated += finder.add(id, text, day) is not None
        seconds += time.process_time() - began
    return {
        "documents": size,
        "seconds": round(seconds, 1),
        "milliseconds a document": round(seconds / size * 1000, 3),
        "stories": len(stories),
        "duplicates": repeated,
        "peak MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def reports(size: int) -> Iterator[tuple[str, str, date]]:
    """Short reports of overlapping happenings, day by day."""
    dice = random.Random(SEED)
    common = [word for word, rank in word_ranks().items() if rank < 2000 and word.isalpha()]
    open_happenings: list[list[str]] = []
    earlier: list[str] = []
    for number in range(size):
        if len(open_happenings) < A_DAY or dice.random() < 1 / REPORTS:
            open_happenings.append(_happening(dice))
            open_happenings = open_happenings[-A_DAY:]
        if earlier and dice.random() < 0.01:
            text = dice.choice(earlier) + " More follows."
        else:
            words = dice.sample(dice.choice(open_happenings), OWN) + dice.choices(common, k=LENGTH - OWN)
            dice.shuffle(words)
            text = " ".join(words)
        earlier = [*earlier[-200:], text]
        yield f"d{number}", text, date(2020, 1, 1) + timedelta(number // A_DAY)


def _happening(dice: random.Random) -> list[str]:
    """Words and names that its reports draw from."""
    ranked = list(word_ranks())
    return [dice.choice(ranked[2000:]) for _ in range(24)] + [
        "".join(dice.choices("abdegiklmnorstu", k=7)).title() for _ in range(8)
    ]


if __name__ == "__main__":
    main()
