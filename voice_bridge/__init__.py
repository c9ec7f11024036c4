"""Practice calls by voice: turn-taking, the exchange of sound with the practice, recording.

`turns` decides, with no I/O, who speaks and who yields. `call` holds a call: sound in, the same
engine and customer as in a chat, sound out, over any `wire.Wire`. `room` is the call page's
WebSocket, `teams_call` the media socket of Azure Communication Services.
"""
