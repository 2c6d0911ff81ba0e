"""A sample deck, invented, that uses every layout and the blocks they are made of."""

from __future__ import annotations

from quintet.domain.deck import (
    Block,
    Bullets,
    Card,
    CardRole,
    Chart,
    Code,
    Column,
    Columns,
    Deck,
    Figure,
    Frame,
    Heading,
    Image,
    Item,
    Numbered,
    Quote,
    Rich,
    Run,
    Series,
    Slot,
    Table,
    Text,
    rich,
)

PICTURES = {"forest": (1200, 1600), "ridge": (2400, 1350), "street": (1600, 1000), "map": (800, 800)}


def marked(text: str) -> Rich:
    """Text in which **words** are bold."""
    parts = text.split("**")
    return tuple(Run(part, bold=bool(i % 2)) for i, part in enumerate(parts) if part)


def text(words: str) -> Text:
    return Text(marked(words))


def bullets(*entries: str) -> Bullets:
    return Bullets(tuple(Item(marked(entry)) for entry in entries))


def card(
    title: str, *blocks: Block, eyebrow: str = "", sub: str = "", role: CardRole = "content"
) -> Card:
    return Card(rich(title), blocks, role, eyebrow, rich(sub))


SPECIES = Table(
    header=tuple(map(rich, ("Species", "Planted", "Alive, year 3", "Cooling", "Care a year"))),
    rows=tuple(
        tuple(map(rich, row))
        for row in (
            ("Field maple", "9,410", "91%", "2.1 °C", "5.1 €"),
            ("Small-leaved lime", "8,200", "90%", "4.4 °C", "6.0 €"),
            ("London plane", "7,115", "84%", "3.9 °C", "7.3 €"),
            ("Hornbeam", "6,020", "88%", "2.7 °C", "5.8 €"),
            ("Wild cherry", "4,720", "71%", "1.9 °C", "8.2 €"),
        )
    ),
    numeric=(False, True, True, True, True),
    source="Tree register, release 9",
)


def content() -> tuple[Card, ...]:
    return (
        card(
            "The city that learned to grow shade",
            text("What 41,000 new street trees did to heat, money and the way people walk"),
            text("Aldermoor Parks Office · November 2026"),
            eyebrow="Annual review 2026",
            role="cover",
        ),
        card(
            "What we will cover",
            Bullets(
                tuple(
                    Item(rich(words))
                    for words in (
                        "The heat we had: where asphalt was hottest, and who lived there",
                        "What was planted: species, spacing, and the survivors",
                        "What changed: temperature, footfall, cost of care",
                        "What comes next: the 2027 round and its money",
                    )
                )
            ),
            role="agenda",
        ),
        card("Where the shade fell first", sub="Three districts, two summers, one rule", role="section"),
        card(
            "Five summers taught us four plain rules",
            bullets(
                "**Dig wide, not deep.** Pits of six square metres doubled survival.",
                "**Water on a rota.** Neighbours keep more trees alive than tankers do.",
                "**Mix the species.** No street has more than one in five of any kind.",
                "**Start where it is hot.** The first thousand trees cooled more than the next five.",
            ),
            eyebrow="What we learned",
        ),
        card(
            "Three choices separate the streets that cooled from those that did not",
            Columns(
                (
                    Column(rich("Room for roots"), rich("Pits joined under the pavement let roots share water and keep kerbs flat.")),
                    Column(rich("Rain kept on site"), rich("Kerb inlets feed 62% of new trees, so the summer rota is shorter.")),
                    Column(rich("Someone in charge"), rich("Every block names a warden. Vandalism fell by half in one season.")),
                )
            ),
            eyebrow="What worked",
        ),
        card(
            "Five years, one forest",
            Figure("41,200", "trees planted since spring 2021"),
            Figure("87%", "alive after their third summer"),
            Figure("312", "streets with shade on both sides"),
            Figure("6.4 €", "yearly care for each tree"),
            eyebrow="In numbers",
        ),
        card(
            "Wide pits keep trees alive",
            Chart("columns", ("1 m²", "2 m²", "4 m²", "6 m²", "8 m²"), (Series("Alive", (41, 55, 71, 87, 88)),), unit="%", title="Alive after three years", source="Tree register", hot=3),
            text("**The curve bends at six.** Beyond six square metres each further metre buys almost nothing."),
            eyebrow="Survival",
        ),
        card("Field maple and lime earn their place", SPECIES, eyebrow="Species"),
        card(
            "Shade begins as a row of sticks",
            Image("forest", alt="A young row of trees"),
            bullets(
                "The first summer shows nothing: two metres of stem and a stake.",
                "By the third, crowns touch above the footpath.",
                "By the fifth, noise drops as well: leaves take 4 dB off passing traffic.",
            ),
            eyebrow="On site",
        ),
        card(
            "",
            Quote(rich("I used to cross the square at a run. Now there is a bench, and a plane tree, and people I had never spoken to."), "Maren Holt", "resident of Tanner Square"),
        ),
        card(
            "Buying older trees costs more and cools sooner",
            Heading(rich("Young whips")),
            bullets("9 € a tree, planted by volunteers", "Shade worth having after nine years", "One in four is lost by year three"),
            Heading(rich("Ten-year standards")),
            bullets("210 € a tree, planted by crews", "Shade in the first summer", "One in twelve is lost by year three"),
            eyebrow="Two ways to pay",
        ),
        card(
            "One rule to remember",
            text("If a street can hold a parked car, it can hold a tree."),
            text("The pit needs 1.2 by 5 metres, which is a parking bay. Every planted bay took part of a lane nobody had counted."),
        ),
        card(
            "Ask for the nearest open pit",
            Code('# trees open for adoption within 300 m\nimport aldermoor\n\npits = aldermoor.pits(\n    near=(51.482, -0.093),\n    within=300,\n    status="open",\n)\nfor pit in pits.by_heat()[:3]:\n    print(pit.street, pit.species)', "python"),
            bullets("Public, no key needed", "Sorted by summer heat, hottest first", "Updated nightly from the crews' tablets"),
        ),
        card(
            "Why the rota works better than the tanker",
            text("A tanker passes each tree once in nine days, whatever the weather does. A neighbour sees the leaves curl on the second hot evening, and carries two buckets down before supper. Over a summer that is four times the water at a tenth of the price, given when the roots can use it."),
            text("The rota is nothing but a list on a lamp post. Streets that keep one lose a quarter of the trees that other streets lose, and they ask for replacements a year sooner."),
        ),
        card(
            "How the rota is run, from the first warm week to the last",
            text("The list goes up in April. Who signs takes one tree for one month; nobody takes more than two."),
            bullets("Two buckets a week below 25 °C", "Two buckets every other day above", "None in the week after heavy rain"),
            text("Wardens look at the soil, not at the list: where it is dry a hand deep, they ring the bell."),
            Numbered((Item(rich("Ring the bell")), Item(rich("Water the tree yourself")), Item(rich("Find a new name for the list")))),
        ),
        card("The square before and after", Image("street", alt="Tanner Square in 2021", caption="Tanner Square in 2021"), Image("ridge", alt="The square in 2026", caption="The same corner in 2026")),
        card(
            "How a street gets its trees",
            Numbered(tuple(Item(marked(w)) for w in ("**Nominate.** Ten signatures from residents are enough.", "**Survey.** We scan for pipes and cables.", "**Choose.** Residents pick from five species.", "**Plant.** Crews plant between November and March."))),
        ),
        card(
            "Is a tree tax on car parks worth it?",
            Heading(rich("Pros")),
            bullets("Raises 2.1 m € a year from the hottest surfaces", "Owners who plant pay nothing", "No cost to households"),
            Heading(rich("Cons")),
            bullets("Needs a survey of 1,900 lots", "Small shops ask for a grace year", "Rates differ from the next county"),
        ),
        card("Planting the ridge, 2021 to 2026", Image("ridge", alt="The ridge"), text("Above the line where the fog begins, nothing had grown for a century.")),
        card(
            "Sources",
            bullets("Aldermoor heat survey, 64 sensors, 2024 to 2026", "Tree register, release 9", "Care cost ledger, City treasury, table 14", "Footfall counts, High Street Partnership, 2026", "Species trial, year 5, report 31", "Resident panel, 1,204 interviews, June 2026"),
            role="sources",
        ),
        card(
            "Plant the next street with us",
            text("Nominations for the spring round close on 31 January."),
            bullets("parks@aldermoor.example", "aldermoor.example/trees", "+44 20 7946 0102"),
            role="closing",
        ),
    )  # fmt: skip


def sample() -> Deck:
    frame = Frame(
        {"bottomLeft": Slot("text", "Aldermoor Parks Office"), "bottomRight": Slot("number")},
        hide_on_first=True,
    )
    return Deck("The city that learned to grow shade", content(), theme="paper", frame=frame)
