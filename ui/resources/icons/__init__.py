"""The window's own icons: lines on a field of 24, drawn in the colour of the words beside them."""
