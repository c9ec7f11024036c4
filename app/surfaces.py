"""Which surface delivers for which workspace: the one of the platform it is on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.errors import ProviderError, StorageError
from core.messages import Outgoing, ToThread
from core.ports import Store, Surface


@dataclass(slots=True)
class Surfaces:
    """Surfaces by platform. A workspace's platform never changes, so it is asked for once."""

    store: Store
    by_platform: Mapping[str, Surface]
    _known: dict[str, str] = field(default_factory=dict)

    def of(self, workspace: str) -> Surface:
        """Return the surface of a workspace, to be found when it is used."""
        return _Routed(self, workspace)

    async def find(self, workspace: str) -> Surface:
        """Return the surface itself. Raises ProviderError where there is none."""
        platform = self._known.get(workspace)
        if platform is None:
            try:
                async with self.store.reading() as unit:
                    found = await unit.workspace(workspace)
            except StorageError as error:
                raise ProviderError("the workspace could not be read", retryable=True) from error
            platform = found.platform if found else ""
            if found:
                self._known[workspace] = platform
        surface = self.by_platform.get(platform)
        if surface is None:
            raise ProviderError(
                f"no surface for {platform or workspace} is set up", retryable=False
            )
        return surface


@dataclass(frozen=True, slots=True)
class _Routed:
    """Implements `core.ports.Surface` for one workspace."""

    surfaces: Surfaces
    workspace: str

    async def deliver(self, outgoing: Outgoing) -> None:
        """Deliver by the workspace's own surface. Raises ProviderError."""
        await (await self.surfaces.find(self.workspace)).deliver(outgoing)

    async def typing(self, thread: ToThread, *, on: bool) -> None:
        """Show, or stop showing, that the customer is writing."""
        surface = await self._surface()
        if surface is not None:
            await surface.typing(thread, on=on)

    async def draft(self, thread: ToThread, turn: int, text: str) -> None:
        """Show what there is of a line."""
        surface = await self._surface()
        if surface is not None:
            await surface.draft(thread, turn, text)

    async def _surface(self) -> Surface | None:
        try:
            return await self.surfaces.find(self.workspace)
        except ProviderError:
            return None
