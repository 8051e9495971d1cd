"""Pages with the names of chosen people replaced."""
