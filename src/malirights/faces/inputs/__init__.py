"""Pages from many files, folders, archives of files, HTML and feeds."""
