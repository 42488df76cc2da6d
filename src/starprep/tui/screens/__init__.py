"""One screen a file. A screen gets what it shows and says what happened; the app wires them."""
