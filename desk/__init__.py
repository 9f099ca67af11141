"""desk: the application with which MSA agents answer adherents' secure messages in time."""
