"""`dateline runs`: what coded a database."""

import json
from dataclasses import asdict

from dateline.cli.answers import Database, print_table
from dateline.cli.inputs import Json


def runs(db: Database, as_json: Json = False) -> None:
    """List the runs of a database: the coder of each, how many events it found and in how many documents."""
    from dateline.store.reading import open_reader
    from dateline.store.runs import runs_in

    with open_reader(db) as reader:
        found = [asdict(run) for run in runs_in(reader)]
    if as_json:
        for run in found:
            print(json.dumps(run))
    elif found:
        print_table(list(found[0]), [[str(value) for value in run.values()] for run in found])
    else:
        print("no runs yet")
