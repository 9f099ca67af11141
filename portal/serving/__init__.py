"""Runs the portal: the web server, the worker, and the embedded mode of demos and tests."""
