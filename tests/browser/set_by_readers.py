"""Text further apart, as WCAG 1.4.12 lets readers set it, and wider letters: what may not happen then."""

from __future__ import annotations

from pathlib import Path

_PROBES = Path(__file__).parent / "probes"
LOST = (_PROBES / "lost.js").read_text(encoding="utf-8")
"""Text that is cut off."""
MOVING = (_PROBES / "moving.js").read_text(encoding="utf-8")
"""What moves although the reader asked for no motion."""
STICKING_OUT = (_PROBES / "sticking-out.js").read_text(encoding="utf-8")

SPACING = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`p { margin-block-end: 2em !important }
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }`);
  document.adoptedStyleSheets = [sheet];
}
"""

WIDER = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { letter-spacing: .05em }");
  document.adoptedStyleSheets = [sheet];
}
"""
"""Letters as wide as those of DejaVu or Verdana: a reader may have other fonts than tests have."""
AS_IT_WAS = "() => (document.adoptedStyleSheets = [])"
