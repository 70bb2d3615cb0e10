from tests.permission_matrix import Row, of_everybody

ROWS = [
    Row("explorer", **of_everybody(200)),
    Row("explorer_chart", **of_everybody(200)),
    Row("explorer_csv", **of_everybody(200)),
    Row("explorer_xlsx", **of_everybody(200)),
    Row("air_calendar", **of_everybody(200)),
    Row("air_calendar_chart", **of_everybody(200)),
    Row("air_patterns", **of_everybody(200)),
    Row("air_patterns_chart", **of_everybody(200)),
    Row("air_map", **of_everybody(200)),
    # No station is known, so there is nothing to draw.
    Row("air_map_chart", **of_everybody(404)),
]
