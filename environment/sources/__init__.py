"""One module a data format, with equal insides: `SOURCE` declares the format, `parse` reads it."""
