"""Asks an address at the start whether it can hear and speak, and says plainly what is wrong."""

from __future__ import annotations

from collections.abc import Mapping

from adapters.models.failures import Failure, ModelError
from adapters.models.openai.connection import Connection
from adapters.models.openai.probe import host_of, is_local, models_at
from adapters.models.openai.settings import OpenAISettings
from core.errors import PracticeError

_NAMED = 8
_ADDRESS = "Check SCRIMMAGE_SPEECH_BASE_URL: it ends in /v1 as a rule."
_TOLD = {
    Failure.WRONG_KEY: ("{host} does not accept the key for speech.", "Check {key}."),
    Failure.UNREACHABLE: ("{host} cannot be reached for speech.", _ADDRESS),
    Failure.TIMEOUT: ("{host} did not answer in time for speech.", _ADDRESS),
    Failure.OVER_TIME: ("{host} did not answer in time for speech.", _ADDRESS),
}
KEY = "SCRIMMAGE_SPEECH_API_KEY"


async def check_speech(
    settings: OpenAISettings, models: Mapping[str, str], key_setting: str = KEY
) -> None:
    """Raise PracticeError, with the mend, when the address will not do for speech.

    `models` holds the models wanted, by the setting that names each. `key_setting` is where the
    key comes from. A server that lists no models is believed: it is found out about in a call.
    """
    host = host_of(settings.base_url)
    if not settings.api_key and not is_local(host):
        raise PracticeError(f"There is no key for speech at {host}.", f"Set {key_setting}.")
    connection = Connection(settings)
    try:
        listed = await models_at(connection)
    except ModelError as error:
        if error.kind in _TOLD:
            sentence, mend = _TOLD[error.kind]
            raise PracticeError(sentence.format(host=host), mend.format(key=key_setting)) from None
        return
    finally:
        await connection.aclose()
    for setting, model in models.items():
        if listed and model not in listed:
            names = ", ".join(listed[:_NAMED])
            more = f" and {len(listed) - _NAMED} more" if len(listed) > _NAMED else ""
            raise PracticeError(
                f"{host} does not serve the model {model}.",
                f"Check {setting}: it lists {names}{more}.",
            )
