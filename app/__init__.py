"""The application: command line, configuration, wiring, server and jobs."""
