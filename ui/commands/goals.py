"""``plansvar goals``: what the plans commit to."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ingest.errors import PlansvarError
from ingest.texts import text
from ui.commands.options import LANGUAGE, AsJson, Municipality, Store, opened, say, tell, told

if TYPE_CHECKING:
    from assistant.registered import Disagreement, Registered
    from ingest.library import Library

Theme = Annotated[str | None, typer.Option(help=say("theme_help"))]
Csv = Annotated[Path | None, typer.Option("--csv", help=say("csv_help"), dir_okay=False)]
Xlsx = Annotated[Path | None, typer.Option("--xlsx", help=say("xlsx_help"), dir_okay=False)]


class ExportError(PlansvarError):
    """A file that goals or a comparison cannot be written to."""


def goals(
    municipality: Municipality = None,
    theme: Theme = None,
    as_json: AsJson = False,
    csv: Csv = None,
    xlsx: Xlsx = None,
    store: Store = None,
) -> None:
    """List the goals of the plans."""
    only_one(as_json, csv, xlsx)
    chosen = theme_for(theme)
    from assistant.registered import municipality_named, of_theme, register

    with opened(store) as library:
        tell_outdated(library)
        names = [municipality_named(name, library) for name in municipality or ()]
        kept = register(library, names)
        held = {card.identity.municipality for card in library.current()}
    for name in names:
        if name not in held:
            tell(say("no_such_municipality", municipality=name))
    if kept.strays:
        tell(say("stray_corrections", count=len(kept.strays)))
    found = of_theme(kept.goals, chosen)
    for each in kept.disagreements:
        if any(each.touches(one.goal) for one in found):
            tell(_disagreement(each))
    if as_json:
        typer.echo(_json(found, chosen))
    elif csv or xlsx:
        write_goals(found, csv, xlsx)
    elif found:
        typer.echo("\n".join(_line(each) for each in found))
    else:
        tell(say("no_goals"))


def tell_outdated(library: Library) -> None:
    """Say where the goals were found by other rules than today's: they look as good as any."""
    if library.catalogue.goals.outdated():
        tell(text("goals_page.outdated", LANGUAGE))


def only_one(*ways: object) -> None:
    """Refuse two ways of giving the same result at once."""
    if sum(bool(way) for way in ways) > 1:
        raise typer.BadParameter(say("one_output"))


def theme_for(name: str | None) -> str | None:
    """Return the theme that the user means; one that nobody knows is wrong usage."""
    from assistant.near_theme import near_themes
    from assistant.registered import theme_named
    from ingest.goals.themes import theme_names

    if name is None:
        return None
    found = theme_named(name)
    if found is None:
        themes = ", ".join(theme_names())
        if near := near_themes(name):
            raise typer.BadParameter(
                say("did_you_mean_theme", theme=name, near=", ".join(near), themes=themes)
            )
        raise typer.BadParameter(say("unknown_theme", theme=name, themes=themes))
    return found


def write_goals(found: tuple[Registered, ...], csv: Path | None, xlsx: Path | None) -> None:
    """Write goals to a file, and say where it is."""
    from ui.exports.goal_sheets import goal_sheet, theme_sheets

    if csv is not None:
        from ui.exports.plain import write_csv

        sheet = goal_sheet(found, text("goals.all_goals", LANGUAGE), LANGUAGE)
        written(csv, lambda file: write_csv(file, sheet))
    if xlsx is not None:
        from ui.exports.excel import write_excel

        written(xlsx, lambda file: write_excel(file, theme_sheets(found, LANGUAGE)))


def written(file: Path, write: Callable[[Path], None]) -> None:
    """Write a file and say where it is; a file that cannot be written is told."""
    with told():
        try:
            write(file)
        except OSError as error:
            raise ExportError(file, "unwritable_export", detail=error.strerror) from error
    tell(say("written", file=file))


def _json(found: tuple[Registered, ...], theme: str | None) -> str:
    from ui.goal_json import goal_json

    return json.dumps([goal_json(each, theme) for each in found], ensure_ascii=False, indent=2)


def _disagreement(each: Disagreement) -> str:
    from ui.goal_words import disagreement, place_in_plan

    words = disagreement(each, LANGUAGE)
    places = [f"    {place_in_plan(citation, LANGUAGE)}" for citation in each.citations]
    return "\n".join([f"{each.plan.location}: {words}", *dict.fromkeys(places)])


def _line(each: Registered) -> str:
    mark = f" ({say('corrected')})" if each.corrections else ""
    return f"{' '.join(each.goal.statement.split())}\n    {each.location}{mark}"
