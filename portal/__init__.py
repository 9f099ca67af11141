"""The adherents' portal: web pages, the REST API that desk speaks, notifications, deadlines."""
