"""One exchange on screen: who, what about, until when, and what was said."""
