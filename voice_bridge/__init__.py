"""Practice calls by voice: not built yet.

This package is where turn-taking, the exchange of audio with the engine and the recording of
calls will live. It holds no code so far, and nothing else in the project may pretend it does:
a call is a chat until there is something here to carry sound.
"""
