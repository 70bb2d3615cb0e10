"""What two cities promise each other, and what becomes of it."""
