"""What a coded corpus amounts to."""
