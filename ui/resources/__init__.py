"""What the window is drawn with: the stylesheet and the icons."""
