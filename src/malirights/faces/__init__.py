"""Faces: files in; plain data, tables and the command line out."""
