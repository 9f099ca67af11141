"""Messages in windows of their own, beside the main one."""
