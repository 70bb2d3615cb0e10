"""How numbers are written in Chinese: Django groups no digits there, which makes large ones hard to read."""

THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
