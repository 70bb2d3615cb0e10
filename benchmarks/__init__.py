"""Figures of the performance section; `make bench` runs them."""
