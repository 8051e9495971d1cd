"""Finders: text in, model objects and spans out, each usable alone."""
