"""Records of events, and the files that hold them."""
