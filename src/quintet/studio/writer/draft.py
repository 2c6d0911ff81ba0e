"""
A deck from a topic alone: an outline of questions, marked as a draft.

Without a text model nothing is known about the topic, and nothing is made up: each card asks
what should stand on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quintet.domain.deck import Bullets, Card, Numbered, Rich, Text, plain, rich
from quintet.studio.writer.outline import Outline
from quintet.studio.writer.runs import unbold, words_in
from quintet.studio.writer.titles import LONGEST, phrase

MOST_TOPIC_WORDS = 45
"""A text with more words has something to say, and is not a topic."""

ORDER = re.compile(
    r"(?:please\s+)?(?:can you\s+)?(?:create|make|write|generate|build|draft|prepare|give|design)"
    r"\s+(?:me\s+|us\s+)?(?:an?\s+|the\s+|some\s+)?(?:[\w-]+\s+){0,4}?"
    r"(?:presentation|deck|slides?|slide deck|slideshow|document|report|post|carousel|web ?page|"
    r"outline|cards?)\s+(?:about|on|for|of|explaining|introducing|covering)\s+(?P<topic>.+)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Prompts:
    """What a draft says in one language. `{topic}` stands for the topic."""

    subtitle: str
    unwritten: str
    more: str
    questions: tuple[str, ...]


PROMPTS: Mapping[str, Prompts] = {
    "en": Prompts(
        "Draft outline: questions to answer, no facts yet",
        "To be written.",
        "More on {topic}: {number}",
        (
            "{topic}: what is it?",
            "Why does it matter?",
            "Who is concerned?",
            "How does it work?",
            "Which figures tell the story?",
            "What does an example look like?",
            "What speaks for it, what against?",
            "Which risks are there?",
            "What does it cost, and what does it bring?",
            "What are the alternatives?",
            "What happens next?",
            "Where do the facts come from?",
        ),
    ),
    "de": Prompts(
        "Entwurf: Fragen, noch keine Fakten",
        "Noch zu schreiben.",
        "Mehr zu {topic}: {number}",
        (
            "{topic}: Was ist das?",
            "Warum ist es wichtig?",
            "Wen betrifft es?",
            "Wie funktioniert es?",
            "Welche Zahlen sprechen?",
            "Wie sieht ein Beispiel aus?",
            "Was spricht dafür, was dagegen?",
            "Welche Risiken gibt es?",
            "Was kostet es, was bringt es?",
            "Welche Alternativen gibt es?",
            "Was geschieht als Nächstes?",
            "Woher stammen die Fakten?",
        ),
    ),
    "fr": Prompts(
        "Ébauche : des questions, pas encore de faits",
        "À rédiger.",
        "Plus sur {topic} : {number}",
        (
            "{topic} : de quoi s’agit-il ?",
            "Pourquoi est-ce important ?",
            "Qui est concerné ?",
            "Comment cela fonctionne-t-il ?",
            "Quels chiffres le montrent ?",
            "À quoi ressemble un exemple ?",
            "Quels arguments pour, quels arguments contre ?",
            "Quels sont les risques ?",
            "Combien cela coûte-t-il, et qu’apporte-t-il ?",
            "Quelles sont les autres solutions ?",
            "Quelle est la suite ?",
            "D’où viennent les faits ?",
        ),
    ),
    "es": Prompts(
        "Borrador: preguntas, todavía sin datos",
        "Por escribir.",
        "Más sobre {topic}: {number}",
        (
            "{topic}: ¿qué es?",
            "¿Por qué importa?",
            "¿A quién afecta?",
            "¿Cómo funciona?",
            "¿Qué cifras lo muestran?",
            "¿Cómo es un ejemplo?",
            "¿Qué hay a favor y qué en contra?",
            "¿Qué riesgos hay?",
            "¿Cuánto cuesta y qué aporta?",
            "¿Qué alternativas hay?",
            "¿Qué viene después?",
            "¿De dónde vienen los datos?",
        ),
    ),
    "it": Prompts(
        "Bozza: domande, ancora nessun dato",
        "Da scrivere.",
        "Altro su {topic}: {number}",
        (
            "{topic}: che cos’è?",
            "Perché è importante?",
            "Chi riguarda?",
            "Come funziona?",
            "Quali cifre lo mostrano?",
            "Com’è fatto un esempio?",
            "Che cosa c’è a favore e che cosa contro?",
            "Quali sono i rischi?",
            "Quanto costa e che cosa porta?",
            "Quali sono le alternative?",
            "Che cosa succede dopo?",
            "Da dove vengono i dati?",
        ),
    ),
    "pt": Prompts(
        "Rascunho: perguntas, ainda sem dados",
        "Por escrever.",
        "Mais sobre {topic}: {number}",
        (
            "{topic}: o que é?",
            "Por que é importante?",
            "A quem diz respeito?",
            "Como funciona?",
            "Que números o mostram?",
            "Como é um exemplo?",
            "O que há a favor e o que há contra?",
            "Quais são os riscos?",
            "Quanto custa e o que traz?",
            "Quais são as alternativas?",
            "O que vem a seguir?",
            "De onde vêm os dados?",
        ),
    ),
    "nl": Prompts(
        "Concept: vragen, nog geen feiten",
        "Nog te schrijven.",
        "Meer over {topic}: {number}",
        (
            "{topic}: wat is het?",
            "Waarom is het belangrijk?",
            "Wie heeft ermee te maken?",
            "Hoe werkt het?",
            "Welke cijfers laten het zien?",
            "Hoe ziet een voorbeeld eruit?",
            "Wat pleit ervoor, wat ertegen?",
            "Welke risico’s zijn er?",
            "Wat kost het en wat levert het op?",
            "Welke alternatieven zijn er?",
            "Wat gebeurt er hierna?",
            "Waar komen de feiten vandaan?",
        ),
    ),
}


def topic_of(outline: Outline) -> str | None:
    """The topic, where a text is no more than that."""
    blocks = [block for section in outline.sections for block in section.blocks]
    titles = [plain(section.title) for section in outline.sections if section.title]
    if len(titles) > 1 or not all(isinstance(b, Text | Bullets | Numbered) for b in blocks):
        return None
    texts = [plain(block.text) for block in blocks if isinstance(block, Text)]
    said = " ".join([*titles, *texts])
    points = sum(words_in(plain(point)) for point in points_of(outline))
    if not said or words_in(said) + points > MOST_TOPIC_WORDS or len(texts) > 2:
        return None
    first = titles[0] if titles else texts[0]
    found = ORDER.fullmatch(first.strip())
    return _capital((found.group("topic") if found else first).strip(" .:\n"))


def points_of(outline: Outline) -> list[Rich]:
    """The points a topic comes with: the entries of its list."""
    return [
        unbold(item.text)
        for section in outline.sections
        for block in section.blocks
        if isinstance(block, Bullets | Numbered)
        for item in block.items
        if item.level == 0
    ]


def draft(topic: str, points: Sequence[Rich], count: int, language: str) -> list[Card]:
    """`count` cards: the cover, one for each point, then questions."""
    words = prompts(language)
    short = topic if len(topic) <= LONGEST else phrase(topic, language)
    lead = words.subtitle if short == topic else topic
    cover = Card(rich(short), (), role="cover", subtitle=rich(lead))
    headings = [*points, *(rich(title) for title in questions(short, language, count))]
    return [cover, *(headed(title, language) for title in headings)][:count]


def headed(title: Rich, language: str) -> Card:
    return Card(title, (Text(rich(prompts(language).unwritten)),))


def questions(topic: str, language: str, count: int) -> Iterator[str]:
    words = prompts(language)
    for number in range(count):
        if number < len(words.questions):
            yield words.questions[number].format(topic=topic)
        else:
            yield words.more.format(topic=topic, number=number + 1)


def prompts(language: str) -> Prompts:
    return PROMPTS.get(language.split("-")[0], PROMPTS["en"])


def speaks(language: str) -> bool:
    return language.split("-")[0] in PROMPTS


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
