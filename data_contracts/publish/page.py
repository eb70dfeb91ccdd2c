"""A page of its own: no script, nothing fetched, every text escaped."""

from html import escape

from data_contracts.publish.voice import Voice

POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def tag(name: str, *inside: str, **attributes: str) -> str:
    """An element whose content is HTML already.

    Args:
        name: Of the element.
        inside: HTML.
        attributes: Their values are escaped; a name may end with an underline where Python has the word for itself.
    """
    told = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{told}>{''.join(inside)}</{name}>"


def said(name: str, text: str, **attributes: str) -> str:
    """An element that holds a text as it is.

    Args:
        name: Of the element.
        text: Not yet escaped.
        attributes: As for `tag`.
    """
    return tag(name, escape(text), **attributes)


def page(title: str, body: str, voice: Voice, *, style: str) -> str:
    """A whole page.

    Args:
        title: Of the window.
        body: HTML.
        voice: Its language and direction.
        style: CSS.
    """
    direction = "rtl" if voice.right_to_left else "ltr"
    head = (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{style}</style>"
    )
    return f'<!DOCTYPE html>\n<html lang="{voice.code}" dir="{direction}"><head>{head}</head><body>{body}</body></html>\n'
