"""The built site in a real browser: what readers meet, by mouse, keyboard or screen reader."""
