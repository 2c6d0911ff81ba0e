"""Reading: what Markdown and plain text become."""

from __future__ import annotations

import pytest

from quintet.domain.deck import (
    Block,
    Bullets,
    Code,
    Divider,
    Figure,
    Heading,
    Image,
    Item,
    Numbered,
    Quote,
    Run,
    Table,
    Text,
    plain,
    rich,
)
from quintet.studio.writer.clean import clean
from quintet.studio.writer.markdown import read
from quintet.studio.writer.outline import Section
from quintet.studio.writer.shapes import shaped


def sections(text: str) -> tuple[Section, ...]:
    return read(clean(text)).sections


def blocks(text: str) -> tuple[Block, ...]:
    return tuple(block for section in sections(text) for block in shaped(section.blocks))


def test_headings_open_sections() -> None:
    found = sections("before\n\n# One\n\ntext\n\n## *Two*\n")

    assert [(s.level, plain(s.title)) for s in found] == [(0, ""), (1, "One"), (2, "Two")]


def test_emphasis_and_links_become_runs() -> None:
    (text,) = blocks("A **bold**, *slanted*, `code` and [linked](https://x.example) word.")

    assert isinstance(text, Text)
    assert Run("bold", bold=True) in text.text
    assert Run("slanted", italic=True) in text.text
    assert Run("code", code=True) in text.text
    assert Run("linked", link="https://x.example") in text.text


def test_a_bare_address_is_a_link_without_the_full_stop() -> None:
    (text,) = blocks("See https://x.example/a_b.")

    assert isinstance(text, Text)
    assert text.text[1:] == (Run("https://x.example/a_b", link="https://x.example/a_b"), Run("."))


def test_nested_lists_keep_their_levels_and_numbers() -> None:
    (found,) = blocks("- one\n  - deep\n    1. first\n    2. second\n- two\n")

    assert found == Bullets(
        (
            Item(rich("one"), 0),
            Item(rich("deep"), 1),
            Item(rich("1. first"), 2),
            Item(rich("2. second"), 2),
            Item(rich("two"), 0),
        )
    )


def test_a_numbered_list_goes_on_after_code_inside_it() -> None:
    before, code, after = blocks("3. one\n4. two\n\n   ```sh\n   ls\n   ```\n5. three\n")

    assert before == Numbered((Item(rich("one")), Item(rich("two"))), start=3)
    assert code == Code("ls", "sh")
    assert after == Numbered((Item(rich("three")),), start=5)


def test_rows_of_uneven_length_lose_no_cell() -> None:
    (table,) = blocks("| a | b |\n|---|--:|\n| 1 | 2 | 3 |\n| x \\| y |\n")

    assert isinstance(table, Table)
    assert [[plain(cell) for cell in row] for row in table.rows] == [
        ["1", "2", "3"],
        ["x | y", "", ""],
    ]
    assert len(table.header) == 3


def test_a_table_may_follow_a_line_of_text() -> None:
    text, table = blocks("Sales:\n| a | b |\n|---|---|\n| 1 | 2 |\n")

    assert text == Text(rich("Sales:"))
    assert isinstance(table, Table)
    assert table.numeric == (True, True)


@pytest.mark.parametrize(
    "rows",
    [
        "Region,Q1,Q2\nNorth,10,20\nSouth,4,5",
        "Region;Q1;Q2\nNorth;10,5;20\nSouth;4;5",
        "Region\tQ1\tQ2\nNorth\t10\t20\nSouth\t4\t5",
        "Region    Q1   Q2\nNorth     10   20\nSouth     4    5",
    ],
    ids=["commas", "semicolons", "tabs", "gaps"],
)
def test_rows_of_values_are_a_table(rows: str) -> None:
    (table,) = blocks(rows)

    assert isinstance(table, Table)
    assert [plain(cell) for cell in table.header] == ["Region", "Q1", "Q2"]
    assert table.numeric == (False, True, True)


def test_commas_in_prose_are_no_table() -> None:
    (text,) = blocks("In 2020, we grew\nIn 2021, we shrank\nIn 2022, we grew again")[:1]

    assert not isinstance(text, Table)


@pytest.mark.parametrize(
    "text",
    [
        "> We are glad.\n> — Bo Ek, chief executive",
        "> We are glad.\n>\n> — Bo Ek, chief executive",
        "> We are glad.\n>\n> - Bo Ek, chief executive",
        "> We are glad.\n\n— Bo Ek, chief executive",
        "> We are glad. — Bo Ek, chief executive",
    ],
)
def test_a_quotation_knows_its_speaker(text: str) -> None:
    assert blocks(text) == (Quote(rich("We are glad."), "Bo Ek", "chief executive"),)


def test_a_quotation_of_code_stays_code() -> None:
    assert blocks("> ```\n> x\n> ```") == (Code("x"),)


def test_html_is_text_but_for_line_breaks() -> None:
    first, second = blocks("<b>Now</b><br>then")

    assert first == Text(rich("<b>Now</b>"))
    assert second == Text(rich("then"))


def test_a_comment_is_the_speakers_note() -> None:
    (section,) = sections("# A\n\nwords\n<!-- say it slowly -->\nmore")

    assert section.notes == "say it slowly"
    assert [plain(b.text) for b in section.blocks if isinstance(b, Text)] == ["words", "more"]


def test_notes_in_brackets_are_words_and_addresses_are_not() -> None:
    found = blocks("See [a] and [b].\n\n[a]: https://x.example\n[b]: not an address")

    assert Run("a", link="https://x.example") in found[0].text  # type: ignore[union-attr]
    assert found[1] == Text(rich("[b]: not an address"))


@pytest.mark.parametrize("bullet", "•◦▪●–"[:-1])
def test_bullets_of_every_shape_are_a_list(bullet: str) -> None:
    assert blocks(f"{bullet} one\n{bullet} two") == (
        Bullets((Item(rich("one")), Item(rich("two")))),
    )


def test_plain_text_finds_its_headings() -> None:
    text = (
        "YEARLY REVIEW\n\n1. Beginnings\n\nIt began with one long paragraph that goes on and on"
        " beyond the width of a heading.\n\nWhat came next\n\n- this\n- that\n"
    )

    assert [(s.level, plain(s.title)) for s in sections(text)] == [
        (1, "YEARLY REVIEW"),
        (2, "1. Beginnings"),
        (2, "What came next"),
    ]


def test_lines_that_were_meant_stay_lines_and_labels_a_list() -> None:
    assert len(blocks("Roses are red\nViolets are blue\nSugar is sweet")) == 3
    (labels,) = blocks("Budget: forty thousand\nTeam: five people\nStart: May")
    assert isinstance(labels, Bullets)
    assert labels.items[0].text == (Run("Budget:", bold=True), Run(" forty thousand"))


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = "This line was wrapped by an editor at a width of about\nsixty characters, and so was"
    assert len(blocks(f"{wrapped} this one; both belong\ntogether.")) == 1


def test_three_hyphens_are_a_rule_and_never_an_underline() -> None:
    assert blocks("words\n---\nmore") == (Text(rich("words")), Divider(), Text(rich("more")))


def test_a_strong_figure_with_words_is_a_figure() -> None:
    assert blocks("**41 %** of customers renew") == (Figure("41 %", "of customers renew"),)
    assert blocks("- **€1.2 m** sales\n- **61** score") == (
        Figure("€1.2 m", "sales"),
        Figure("61", "score"),
    )


def test_a_strong_line_is_a_heading_and_a_strong_sentence_is_not() -> None:
    assert blocks("**Risks**") == (Heading(rich("Risks"), 3),)
    assert isinstance(blocks("**We must act.**")[0], Text)


def test_pictures_leave_the_words() -> None:
    text, one, two = blocks("Look https://x.example/a.png?w=1 here ![alt](b.jpg)")

    assert text == Text(rich("Look here"))
    assert one == Image("b.jpg", alt="alt")
    assert two == Image("https://x.example/a.png?w=1")


def test_a_caption_and_a_source_join_what_they_are_of() -> None:
    (image,) = blocks("![hall](a.jpg)\n\n*The hall in May*")
    (table,) = blocks("| a | b |\n|---|---|\n| 1 | 2 |\n\nSource: our books")

    assert image == Image("a.jpg", alt="hall", caption="The hall in May")
    assert isinstance(table, Table)
    assert table.source == "Source: our books"


def test_front_matter_is_data_where_a_file_is_read() -> None:
    outline = read("---\ntitle: A: b\nauthor: Bo\n---\n# Own\n", front_matter=True)

    assert outline.meta == {"title": "A: b", "author": "Bo"}
    assert plain(outline.sections[0].title) == "Own"


def test_what_no_file_may_hold_is_taken_out() -> None:
    assert clean("a\x00b\r\nc\ud800\ufeff") == "ab\nc"


def test_numbered_slides_of_a_program_are_headings() -> None:
    text = "Slide 1: Bees\n- small\n- striped\n\n**Slide 2: Wasps**\nThey sting.\n"

    assert [(s.level, plain(s.title)) for s in sections(text)] == [
        (2, "Slide 1: Bees"),
        (2, "Slide 2: Wasps"),
    ]


def test_values_parted_by_commas_and_spaces_are_a_table() -> None:
    (found,) = blocks("Account, Revenue, Change\nNordlys, 3015, +28 %\nLune, 388, -3 %\n")
    assert isinstance(found, Table)
    assert found.numeric == (False, True, True)


def test_a_fence_of_values_is_a_table_and_any_other_stays_code() -> None:
    (found,) = blocks("```csv\nRegion,2024,2025\nNorth,4.6,5.2\nSouth,3.3,3.6\n```\n")
    (code,) = blocks("```csv\nRegion,2024,2025\nnone\nSouth,3.3,3.6\n```\n")
    assert isinstance(found, Table)
    assert len(found.rows) == 2
    assert isinstance(code, Code)


def test_tasks_have_boxes() -> None:
    (found,) = blocks("- [ ] write\n- [x] read\n")
    assert isinstance(found, Bullets)
    assert [plain(item.text) for item in found.items] == ["☐ write", "☑ read"]
