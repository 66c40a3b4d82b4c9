"""From windows to a trained head."""

from collections.abc import Sequence

from training.acts.head import ActHead, train
from training.acts.material import Window
from training.acts.states import StateReader

NONE = "none"


def trained(windows: Sequence[Window], reader: StateReader, acts: Sequence[str], seed: int = 1) -> ActHead:
    """A head that knows these acts, the first of them none."""
    classes = {act: number for number, act in enumerate(acts)} | {"": 0}
    states = reader.read([window.words for window in windows])
    told = [[classes[act] for act in window.acts] for window in windows]
    return train(list(zip(states, told, strict=True)), len(acts), seed)
