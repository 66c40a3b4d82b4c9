"""The scorer's head learns what it is shown, and says the same once it is folded into the network."""

import random
from pathlib import Path
from shutil import copyfile

import numpy as np
import pytest

from dateline.model import Span
from dateline.nlp.windows import all_windows

torch = pytest.importorskip("torch", reason="torch is for training alone")
onnxruntime = pytest.importorskip("onnxruntime")
pytest.importorskip("onnx", reason="onnx is for training alone")

from training import WEIGHTS  # noqa: E402
from training.acts.fold import fold  # noqa: E402
from training.acts.head import ActHead, train  # noqa: E402
from training.acts.states import INPUTS, StateReader  # noqa: E402

TEXT = "Rebels shelled the town on Monday."


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")
def test_the_folded_head_says_what_the_head_says(tmp_path: Path) -> None:
    for name in ("network.onnx", "tokenizer.json"):
        copyfile(WEIGHTS / name, tmp_path / name)
    reader = StateReader(tmp_path)
    windows = list(all_windows(TEXT, [Span(0, len(TEXT))]))
    (states,) = reader.read(windows)
    head = ActHead(states.shape[0], states.shape[2], 5).eval()
    fold(head, tmp_path / "network.onnx")
    session = onnxruntime.InferenceSession(str(tmp_path / "network.onnx"), providers=["CPUExecutionProvider"])
    feed = dict(zip(INPUTS, (np.array([row]) for row in reader.inputs(windows[0])), strict=True))
    folded = session.run(["acts"], feed)[0][0]
    alone = torch.softmax(head(torch.from_numpy(states.astype(np.float32))[None]), 2)[0].detach().numpy()
    assert folded == pytest.approx(alone, abs=2e-3)


def test_the_head_learns_the_words_it_is_shown() -> None:
    rng = np.random.default_rng(random.Random(3).randrange(100))
    kinds = rng.normal(size=(3, 2, 1, 8))
    examples = [(np.repeat(kinds[number % 3], 4, axis=1).astype(np.float16), [number % 3] * 4) for number in range(48)]
    head = train(examples, 3)
    found = [int(head(torch.from_numpy(states.astype(np.float32))[None])[0, 0].argmax()) for states, _ in examples[:3]]
    assert found == [0, 1, 2]
