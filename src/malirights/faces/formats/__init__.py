"""Formats of other tools: timelines, maps, feeds, calendars, entities and bibliographies, one module each."""
