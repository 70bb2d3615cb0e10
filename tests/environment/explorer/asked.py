"""What readers ask of the pages, of two days that both cities have."""

BOTH = ["city-seoul", "city-beijing"]
TWO_DAYS = {"place": BOTH, "pollutant": "pm25", "period": "day", "since": "2020-01-01", "until": "2020-01-02"}
