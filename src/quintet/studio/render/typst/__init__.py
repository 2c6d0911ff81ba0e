"""PDF and PNG, drawn by typst from one fixed program (draw.typ) and the pages as JSON."""
