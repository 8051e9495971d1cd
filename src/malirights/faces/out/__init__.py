"""What goes out to other tools: tables, files, and the schemas of both."""
