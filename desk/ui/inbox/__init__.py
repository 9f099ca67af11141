"""The inbox: messages by thème, sujet and motif, or by time left."""
