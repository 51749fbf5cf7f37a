"""What is put on paper: the report and the sheet of a routine, from values to pages."""
