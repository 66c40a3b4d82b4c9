"""Compiles an author's batch: python -m training.corpus.compile BATCH.txt [OUT.jsonl]. Says what is wrong and what is missing."""

import argparse
import sys
from pathlib import Path

from training.corpus.codes import known_codes
from training.corpus.likeness import alike
from training.corpus.notation import read_batch
from training.corpus.published import write
from training.corpus.quotas import counted, missing


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("batch", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    chosen = parser.parse_args()
    codes = known_codes()
    records, complaints = read_batch(chosen.batch, codes)
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    for first, second, share in alike(records):
        print(f"{first.id} and {second.id} share {share:.0%} of their words in threes: rewrite one", file=sys.stderr)
    print("\n".join(f"{name}: {number}" for name, number in counted(records).items()))
    print("\n".join(f"missing: {line}" for line in missing(records, codes.ontology)))
    if complaints:
        sys.exit(1)
    if chosen.out:
        write(records, chosen.out)


if __name__ == "__main__":
    main()
