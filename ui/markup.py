"""HTML that cannot be broken out of: whatever is not made here is escaped."""

from __future__ import annotations

from html import escape


class Html(str):
    """Markup made by this module. A plain string is text, and becomes markup only by being escaped."""

    __slots__ = ()


def element(tag: str, *children: str, **attributes: str) -> Html:
    """Return ``<tag>children</tag>``; children that are not Html are escaped, and so are all attributes.

    ``class_`` is written class, ``aria_label`` aria-label; an attribute with no value is left out.
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value
    )
    return Html(f"<{tag}{written}>{join(children)}</{tag}>")


def join(children: tuple[str, ...] | list[str]) -> Html:
    """Return the children one after the other, escaped where they are not Html."""
    return Html("".join(child if isinstance(child, Html) else escape(child) for child in children))
