"""What a draft asks, by language: questions, and what an answer should hold. No facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prompts:
    """
    `{topic}` stands for the topic, `{number}` for a card's number. Each of `questions` is a title
    and the points below it.
    """

    subtitle: str
    unwritten: str
    more: str
    questions: tuple[tuple[str, ...], ...]


EN = Prompts(
    "Draft outline: questions to answer, no facts yet",
    "To be written",
    "More on {topic}: {number}",
    (
        (
            "{topic}: what is it?",
            "In one sentence, without jargon",
            "What it is often confused with",
            "Where it begins and where it ends",
        ),
        (
            "Why does it matter?",
            "What changes when it goes well",
            "What happens if nobody does anything",
            "Why now, and not later",
        ),
        ("Who is concerned?", "Who decides", "Who does the work", "Who feels the result"),
        (
            "How does it work?",
            "The first step",
            "What follows from it",
            "How one knows that it is done",
        ),
        (
            "Which figures tell the story?",
            "How much there is today",
            "How that has changed",
            "What it is compared with",
        ),
        (
            "What does an example look like?",
            "Who, where and when",
            "What was tried",
            "What came of it",
        ),
        (
            "What speaks for it, what against?",
            "Two points in favour",
            "Two points against",
            "What tips the balance",
        ),
        (
            "Which risks are there?",
            "What could go wrong",
            "How likely that is",
            "What can be done beforehand",
        ),
        (
            "What does it cost, and what does it bring?",
            "Money and time to begin with",
            "Money and time each year",
            "What comes back, and when",
        ),
        (
            "What are the alternatives?",
            "Doing nothing",
            "Doing less",
            "Doing something else",
        ),
        ("What happens next?", "The next step", "Who takes it", "By when"),
        (
            "Where do the facts come from?",
            "Data of our own",
            "Studies and statistics",
            "People who know",
        ),
    ),
)

DE = Prompts(
    "Entwurf: Fragen, noch keine Fakten",
    "Noch zu schreiben",
    "Mehr zu {topic}: {number}",
    (
        (
            "{topic}: Was ist das?",
            "In einem Satz, ohne Fachwörter",
            "Womit es oft verwechselt wird",
            "Wo es anfängt und wo es aufhört",
        ),
        (
            "Warum ist es wichtig?",
            "Was sich ändert, wenn es gelingt",
            "Was geschieht, wenn niemand etwas tut",
            "Warum jetzt und nicht später",
        ),
        ("Wen betrifft es?", "Wer entscheidet", "Wer die Arbeit tut", "Wer das Ergebnis spürt"),
        (
            "Wie funktioniert es?",
            "Der erste Schritt",
            "Was darauf folgt",
            "Woran man merkt, dass es fertig ist",
        ),
        (
            "Welche Zahlen sprechen?",
            "Wie viel es heute ist",
            "Wie sich das verändert hat",
            "Womit man es vergleicht",
        ),
        (
            "Wie sieht ein Beispiel aus?",
            "Wer, wo und wann",
            "Was versucht wurde",
            "Was daraus geworden ist",
        ),
        (
            "Was spricht dafür, was dagegen?",
            "Zwei Gründe dafür",
            "Zwei Gründe dagegen",
            "Was den Ausschlag gibt",
        ),
        (
            "Welche Risiken gibt es?",
            "Was schiefgehen kann",
            "Wie wahrscheinlich das ist",
            "Was man vorher tun kann",
        ),
        (
            "Was kostet es, was bringt es?",
            "Geld und Zeit am Anfang",
            "Geld und Zeit im Jahr",
            "Was zurückkommt, und wann",
        ),
        (
            "Welche Alternativen gibt es?",
            "Nichts tun",
            "Weniger tun",
            "Etwas anderes tun",
        ),
        ("Was geschieht als Nächstes?", "Der nächste Schritt", "Wer ihn tut", "Bis wann"),
        (
            "Woher stammen die Fakten?",
            "Eigene Daten",
            "Studien und Statistiken",
            "Menschen, die es wissen",
        ),
    ),
)

FR = Prompts(
    "Ébauche : des questions, pas encore de faits",
    "À rédiger",
    "Plus sur {topic} : {number}",
    (
        (
            "{topic} : de quoi s’agit-il ?",
            "En une phrase, sans jargon",
            "Avec quoi on le confond souvent",
            "Où cela commence et où cela finit",
        ),
        (
            "Pourquoi est-ce important ?",
            "Ce qui change quand cela réussit",
            "Ce qui arrive si personne ne fait rien",
            "Pourquoi maintenant",
        ),
        ("Qui est concerné ?", "Qui décide", "Qui fait le travail", "Qui en voit le résultat"),
        (
            "Comment cela fonctionne-t-il ?",
            "La première étape",
            "Ce qui en découle",
            "À quoi l’on voit que c’est fini",
        ),
        (
            "Quels chiffres le montrent ?",
            "Combien aujourd’hui",
            "Comment cela a évolué",
            "À quoi on le compare",
        ),
        (
            "À quoi ressemble un exemple ?",
            "Qui, où et quand",
            "Ce qui a été essayé",
            "Ce qu’il en est advenu",
        ),
        (
            "Quels arguments pour, quels arguments contre ?",
            "Deux arguments pour",
            "Deux arguments contre",
            "Ce qui fait pencher la balance",
        ),
        (
            "Quels sont les risques ?",
            "Ce qui peut mal tourner",
            "Avec quelle probabilité",
            "Ce qu’on peut faire avant",
        ),
        (
            "Combien cela coûte-t-il, et qu’apporte-t-il ?",
            "Argent et temps au départ",
            "Argent et temps chaque année",
            "Ce qui revient, et quand",
        ),
        (
            "Quelles sont les autres solutions ?",
            "Ne rien faire",
            "Faire moins",
            "Faire autre chose",
        ),
        ("Quelle est la suite ?", "La prochaine étape", "Qui s’en charge", "Pour quand"),
        (
            "D’où viennent les faits ?",
            "Nos propres données",
            "Études et statistiques",
            "Personnes qui savent",
        ),
    ),
)

ES = Prompts(
    "Borrador: preguntas, todavía sin datos",
    "Por escribir",
    "Más sobre {topic}: {number}",
    (
        (
            "{topic}: ¿qué es?",
            "En una frase, sin tecnicismos",
            "Con qué se suele confundir",
            "Dónde empieza y dónde acaba",
        ),
        (
            "¿Por qué importa?",
            "Qué cambia cuando sale bien",
            "Qué pasa si nadie hace nada",
            "Por qué ahora y no después",
        ),
        ("¿A quién afecta?", "Quién decide", "Quién hace el trabajo", "Quién nota el resultado"),
        (
            "¿Cómo funciona?",
            "El primer paso",
            "Qué sigue",
            "Cómo se sabe que está hecho",
        ),
        (
            "¿Qué cifras lo muestran?",
            "Cuánto hay hoy",
            "Cómo ha cambiado",
            "Con qué se compara",
        ),
        ("¿Cómo es un ejemplo?", "Quién, dónde y cuándo", "Qué se intentó", "Qué resultó"),
        (
            "¿Qué hay a favor y qué en contra?",
            "Dos razones a favor",
            "Dos razones en contra",
            "Qué inclina la balanza",
        ),
        (
            "¿Qué riesgos hay?",
            "Qué puede salir mal",
            "Con qué probabilidad",
            "Qué se puede hacer antes",
        ),
        (
            "¿Cuánto cuesta y qué aporta?",
            "Dinero y tiempo al empezar",
            "Dinero y tiempo cada año",
            "Qué vuelve, y cuándo",
        ),
        ("¿Qué alternativas hay?", "No hacer nada", "Hacer menos", "Hacer otra cosa"),
        ("¿Qué viene después?", "El próximo paso", "Quién lo da", "Para cuándo"),
        (
            "¿De dónde vienen los datos?",
            "Datos propios",
            "Estudios y estadísticas",
            "Personas que saben",
        ),
    ),
)

IT = Prompts(
    "Bozza: domande, ancora nessun dato",
    "Da scrivere",
    "Altro su {topic}: {number}",
    (
        (
            "{topic}: che cos’è?",
            "In una frase, senza gergo",
            "Con che cosa si confonde spesso",
            "Dove comincia e dove finisce",
        ),
        (
            "Perché è importante?",
            "Che cosa cambia quando riesce",
            "Che cosa succede se nessuno fa nulla",
            "Perché adesso e non dopo",
        ),
        ("Chi riguarda?", "Chi decide", "Chi fa il lavoro", "Chi ne sente il risultato"),
        ("Come funziona?", "Il primo passo", "Che cosa segue", "Come si sa che è finito"),
        (
            "Quali cifre lo mostrano?",
            "Quanto c’è oggi",
            "Com’è cambiato",
            "Con che cosa si confronta",
        ),
        (
            "Com’è fatto un esempio?",
            "Chi, dove e quando",
            "Che cosa si è provato",
            "Che cosa ne è venuto",
        ),
        (
            "Che cosa c’è a favore e che cosa contro?",
            "Due ragioni a favore",
            "Due ragioni contro",
            "Che cosa fa pendere la bilancia",
        ),
        (
            "Quali sono i rischi?",
            "Che cosa può andare storto",
            "Quanto è probabile",
            "Che cosa si può fare prima",
        ),
        (
            "Quanto costa e che cosa porta?",
            "Denaro e tempo all’inizio",
            "Denaro e tempo ogni anno",
            "Che cosa torna, e quando",
        ),
        ("Quali sono le alternative?", "Non fare nulla", "Fare meno", "Fare altro"),
        ("Che cosa succede dopo?", "Il prossimo passo", "Chi lo fa", "Entro quando"),
        (
            "Da dove vengono i dati?",
            "Dati propri",
            "Studi e statistiche",
            "Persone che sanno",
        ),
    ),
)

PT = Prompts(
    "Rascunho: perguntas, ainda sem dados",
    "Por escrever",
    "Mais sobre {topic}: {number}",
    (
        (
            "{topic}: o que é?",
            "Numa frase, sem jargão",
            "Com o que se costuma confundir",
            "Onde começa e onde acaba",
        ),
        (
            "Por que é importante?",
            "O que muda quando corre bem",
            "O que acontece se ninguém fizer nada",
            "Por que agora e não depois",
        ),
        ("A quem diz respeito?", "Quem decide", "Quem faz o trabalho", "Quem sente o resultado"),
        ("Como funciona?", "O primeiro passo", "O que se segue", "Como se sabe que está feito"),
        (
            "Que números o mostram?",
            "Quanto há hoje",
            "Como isso mudou",
            "Com o que se compara",
        ),
        ("Como é um exemplo?", "Quem, onde e quando", "O que se tentou", "O que resultou"),
        (
            "O que há a favor e o que há contra?",
            "Duas razões a favor",
            "Duas razões contra",
            "O que decide",
        ),
        (
            "Quais são os riscos?",
            "O que pode correr mal",
            "Com que probabilidade",
            "O que se pode fazer antes",
        ),
        (
            "Quanto custa e o que traz?",
            "Dinheiro e tempo no início",
            "Dinheiro e tempo por ano",
            "O que volta, e quando",
        ),
        ("Quais são as alternativas?", "Não fazer nada", "Fazer menos", "Fazer outra coisa"),
        ("O que vem a seguir?", "O próximo passo", "Quem o dá", "Até quando"),
        (
            "De onde vêm os dados?",
            "Dados próprios",
            "Estudos e estatísticas",
            "Pessoas que sabem",
        ),
    ),
)

NL = Prompts(
    "Concept: vragen, nog geen feiten",
    "Nog te schrijven",
    "Meer over {topic}: {number}",
    (
        (
            "{topic}: wat is het?",
            "In één zin, zonder vaktaal",
            "Waarmee het vaak wordt verward",
            "Waar het begint en waar het ophoudt",
        ),
        (
            "Waarom is het belangrijk?",
            "Wat er verandert als het lukt",
            "Wat er gebeurt als niemand iets doet",
            "Waarom nu en niet later",
        ),
        (
            "Wie heeft ermee te maken?",
            "Wie beslist",
            "Wie het werk doet",
            "Wie het resultaat merkt",
        ),
        ("Hoe werkt het?", "De eerste stap", "Wat daarop volgt", "Hoe men ziet dat het af is"),
        (
            "Welke cijfers laten het zien?",
            "Hoeveel het nu is",
            "Hoe dat is veranderd",
            "Waarmee men het vergelijkt",
        ),
        (
            "Hoe ziet een voorbeeld eruit?",
            "Wie, waar en wanneer",
            "Wat er werd geprobeerd",
            "Wat ervan kwam",
        ),
        (
            "Wat pleit ervoor, wat ertegen?",
            "Twee redenen ervoor",
            "Twee redenen ertegen",
            "Wat de doorslag geeft",
        ),
        (
            "Welke risico’s zijn er?",
            "Wat er mis kan gaan",
            "Hoe waarschijnlijk dat is",
            "Wat men vooraf kan doen",
        ),
        (
            "Wat kost het en wat levert het op?",
            "Geld en tijd om te beginnen",
            "Geld en tijd per jaar",
            "Wat er terugkomt, en wanneer",
        ),
        ("Welke alternatieven zijn er?", "Niets doen", "Minder doen", "Iets anders doen"),
        ("Wat gebeurt er hierna?", "De volgende stap", "Wie die zet", "Wanneer"),
        (
            "Waar komen de feiten vandaan?",
            "Eigen gegevens",
            "Onderzoek en statistiek",
            "Mensen die het weten",
        ),
    ),
)

PROMPTS: Mapping[str, Prompts] = {
    "en": EN,
    "de": DE,
    "fr": FR,
    "es": ES,
    "it": IT,
    "pt": PT,
    "nl": NL,
}
"""By the first part of a language's tag. The others are asked in English, with a note."""
