"""The words of tables: blanks, currencies, units, thousands and millions, totals."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLANKS = _words("- – — − -- . … ... ? • ./. n/a na n.a. n.a k.a. s.o. nan null none tbd tba") | {
    "",
    "n. a.",
    "k. a.",
    "no data",
}
"""What stands in a cell that has no number, in small letters."""

CURRENCIES = _words(
    "€ $ £ ¥ ₹ ₽ ₩ ₺ ₫ ₴ ₦ ฿ ₪ ₱ ₡ ₲ ₵ ₸ ₼ US$ A$ C$ R$ NZ$ HK$ S$ NT$ MX$ Rs Rs. RM kr Kč zł Ft"
    " lei лв EUR USD GBP JPY CNY CHF SEK NOK DKK PLN CZK HUF RON TRY INR BRL MXN CAD AUD NZD ZAR"
    " KRW RUB UAH AED SAR ILS SGD HKD THB IDR MYR PHP VND NGN KES EGP"
)

UNITS = _words(
    "% ‰ pp pt pts ppm bps dB kg g mg t kt Mt lb oz km m cm mm mi ft m² km² ha m³ l L ml h hr hrs"
    " hours min mins minutes s sec secs seconds ms µs d days weeks months years yrs °C °F K W kW MW"
    " GW kWh MWh GWh TWh V A Hz kHz MHz GHz kB MB GB TB km/h rpm fps CO2 tCO2 tCO2e kcal kJ MJ x"
    " FTE users people persons pcs units Tage Stunden Jahre ans jours percent"
)
"""Units that may stand in a heading: "Weight (kg)". Anything else in brackets is its name."""

MAGNITUDES: dict[str, int] = {
    **dict.fromkeys(("k", "tsd", "tsd.", "thousand", "thousands", "mil", "tys", "тыс"), 3),
    **dict.fromkeys(("m", "mm", "mn", "mln", "mio", "mio.", "million", "millions", "млн"), 6),
    **dict.fromkeys(("b", "bn", "mrd", "mrd.", "md", "billion", "billions", "млрд"), 9),
    **dict.fromkeys(("t", "tn", "trn", "trillion"), 12),
    **dict.fromkeys(("万", "萬", "만"), 4),
    **dict.fromkeys(("亿", "億", "억"), 8),
}
"""Powers of ten that stand behind a number, in small letters."""

TOTALS = _words(
    "total totals sum overall all gesamt summe insgesamt ensemble totale totaal razem łącznie"
    " итого всего 合计 总计 合計 합계 الإجمالي المجموع"
) | {"grand total", "total général", "in total"}

RANKS = _words("# no no. nr nr. rank rang pos pos. id")
"""Headings of a column that only counts the rows."""


def is_currency(text: str) -> bool:
    """Whether a text is a currency's sign or code: "€", "USD", "R$"."""
    return text in CURRENCIES


def magnitude(text: str) -> int | None:
    """The power of ten a word stands for ("k": 3), or None."""
    return MAGNITUDES.get(text.strip().casefold())


def is_unit(text: str) -> bool:
    """Whether a text is a unit we know, a currency, a power of ten, or some of these: "Mio. €"."""
    return all(
        word in UNITS or word in CURRENCIES or word.casefold() in MAGNITUDES
        for word in text.replace("\u00a0", " ").split()
    )
