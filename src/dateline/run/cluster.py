"""Workers that are Ray actors, on this machine or on a cluster."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from dateline.config import Settings
from dateline.errors import RunError, UsageError
from dateline.model import Document
from dateline.run.crew import Died, Engine, Hand
from dateline.run.worker import Answer, Greeting, Worker


@contextmanager
def ray_engine(settings: Settings, count: int, address: str | None) -> Iterator[Engine]:
    """Actors on the cluster of that address, or on a Ray of our own on this machine.

    Raises UsageError where Ray is not installed, RunError where the cluster does not answer.
    """
    ray = _ray()
    own = {} if address else {"num_cpus": count, "include_dashboard": False}
    try:
        ray.init(address=address or "local", log_to_driver=False, logging_level="ERROR", **own)
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise RunError(f"Ray cannot be reached at {address or 'this machine'}: {str(error).splitlines()[0]}") from error
    try:
        yield RayEngine(ray, settings, count)
    finally:
        ray.shutdown()


@dataclass(frozen=True, slots=True)
class RayEngine:
    """Starts actors with one processor each; where there is no room for one, it waits for it."""

    ray: Any
    settings: Settings
    count: int

    def start(self) -> Hand:
        actor = self.ray.remote(num_cpus=1, max_restarts=0)(Worker).remote(self.settings)
        return RayHand(self.ray, actor, actor.greet.remote())

    def wait(self, hands: Sequence[Hand]) -> Sequence[Hand]:
        by_answer = {hand.coming: hand for hand in hands if isinstance(hand, RayHand)}
        ready, _ = self.ray.wait(list(by_answer), num_returns=1)
        return [by_answer[each] for each in ready]


@dataclass(slots=True, eq=False)
class RayHand:
    """An actor and the answer that is coming from it."""

    ray: Any
    actor: Any
    coming: Any = field(repr=False)

    def give(self, document: Document) -> None:
        self.coming = self.actor.code.remote(document)

    def answer(self) -> Greeting | Answer:
        """Raises Died also where the answer was lost with the machine that held it."""
        try:
            answer: Greeting | Answer = self.ray.get(self.coming)
        except (self.ray.exceptions.RayActorError, self.ray.exceptions.ObjectLostError) as error:
            raise Died(f"its Ray actor ended ({type(error).__name__})") from None
        return answer

    def close(self) -> None:
        self.ray.kill(self.actor)


def _ray() -> Any:
    """Ray, which reports nothing to anybody."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    try:
        import ray
    except ImportError:
        raise UsageError("engine = \"ray\" needs Ray: pip install 'dateline[ray]'") from None
    return ray
