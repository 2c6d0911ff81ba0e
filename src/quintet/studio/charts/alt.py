"""What a chart says to those who cannot see it: its kind, what it shows, first, last, extreme."""

from __future__ import annotations

from quintet.domain.deck import Chart, ChartKind
from quintet.studio.charts.look import worded_values

KINDS: dict[str, dict[ChartKind, str]] = {
    "en": {
        "columns": "Column chart",
        "bars": "Bar chart",
        "lines": "Line chart",
        "donut": "Donut chart",
        "stacked": "Stacked column chart",
    },
    "de": {
        "columns": "Säulendiagramm",
        "bars": "Balkendiagramm",
        "lines": "Liniendiagramm",
        "donut": "Ringdiagramm",
        "stacked": "Gestapeltes Säulendiagramm",
    },
    "fr": {
        "columns": "Diagramme en colonnes",
        "bars": "Diagramme en barres",
        "lines": "Courbes",
        "donut": "Diagramme en anneau",
        "stacked": "Colonnes empilées",
    },
    "es": {
        "columns": "Gráfico de columnas",
        "bars": "Gráfico de barras",
        "lines": "Gráfico de líneas",
        "donut": "Gráfico de anillo",
        "stacked": "Columnas apiladas",
    },
}
EXTREMES = {"en": "highest", "de": "Höchstwert", "fr": "maximum", "es": "máximo"}


def alt_of(chart: Chart, language: str) -> str:
    """ "Bar chart, Planted: Oak 40, …, Lime 20; highest Oak 40." for each series in turn."""
    tongue = language.split("-")[0] if language.split("-")[0] in KINDS else "en"
    title = f", {chart.title}" if chart.title else ""
    rows = worded_values(chart, language)
    parts = []
    for series, row in zip(chart.series, rows, strict=True):
        known = [i for i, value in enumerate(series.values) if value is not None]
        if not known:
            continue
        top = max(known, key=lambda i: series.values[i] or 0.0)
        named = [f"{chart.categories[i]} {row[i]}" for i in (known[0], known[-1], top)]
        name = f"{series.name}: " if len(chart.series) > 1 else ""
        parts.append(f"{name}{named[0]} … {named[1]}; {EXTREMES[tongue]}: {named[2]}")
    return f"{KINDS[tongue][chart.chart]}{title}. {'. '.join(parts)}."
