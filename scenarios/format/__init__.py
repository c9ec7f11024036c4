"""The shape of the files, as pydantic models: what may stand in them, and what it is for."""
