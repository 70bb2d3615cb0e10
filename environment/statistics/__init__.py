"""Plain statistics of series in time: numpy, scipy and scikit-learn, no database.

Nothing is imported here: scikit-learn takes a second to load, and only the worker that fits needs it.
"""
