"""A first call for each dialect, to be pasted into a terminal. The README shows the same."""

from __future__ import annotations

from collections.abc import Mapping

CURLS: Mapping[str, str] = {
    "gamma": """curl -X POST {base}/gamma/v1.0/generations -H 'X-API-KEY: {key}' \\
  -H 'Content-Type: application/json' \\
  -d '{{"inputText": "Bees in the city", "textMode": "generate", "exportAs": "pptx"}}'""",
    "quintet": """curl {base}/v1/jobs -H 'Authorization: Bearer {key}'""",
}
