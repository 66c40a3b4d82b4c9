"""A job file says what to do, or what is wrong with it."""

from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.run.jobfile import read_job

GOOD = 'input = ["news/*.jsonl"]\noutput = "coded"\n'


def _job_file(folder: Path, written: str) -> Path:
    path = folder / "JOB.toml"
    path.write_text(written, "utf8")
    return path


def test_paths_count_from_the_folder_of_the_file(tmp_path: Path) -> None:
    job = read_job(_job_file(tmp_path, GOOD + '[map]\ntext = "body"\n[settings]\nrules_only = true\n'))
    assert job.input == (str(tmp_path.resolve() / "news/*.jsonl"),)
    assert job.output == tmp_path.resolve() / "coded"
    assert (job.engine, job.jobs, job.address) == ("local", 1, None)
    assert job.columns == {"text": "body"} and job.settings.rules_only


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ('output = "coded"', "lacks input"),
        ('input = ["a"]', "lacks output"),
        ('input = "a"\noutput = "b"', "input must be a list"),
        ('input = []\noutput = "b"', "input must be a list"),
        (GOOD + "jobs = 0", "jobs must be a whole number above 0, not 0"),
        (GOOD + "jobs = true", "jobs must be"),
        (GOOD + 'engine = "spark"', "engine must be one of local, ray, not 'spark'"),
        (GOOD + 'adress = "auto"', "unknown key adress; did you mean address?"),
        (GOOD + 'address = "auto"', 'address is for engine = "ray" alone'),
        (GOOD + '[map]\nbody = "text"', "map.body is no field"),
        (GOOD + "[map]\ntext = 3", "map.text must be the name of a column"),
        (GOOD + "[settings]\nthread = 3", "unknown setting thread in .*JOB.toml .settings.; did you mean threads"),
        (GOOD + "[settings]\nthreads = 0", "threads in .*JOB.toml .settings. must be"),
        ("input = [", "not TOML"),
    ],
)
def test_a_bad_job_file_is_told_with_its_key(tmp_path: Path, written: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=rf"^(\S+/JOB.toml: )?{complaint}"):
        read_job(_job_file(tmp_path, written))


def test_a_missing_job_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no job file"):
        read_job(tmp_path / "none.toml")
