"""How a dictionary looks, on a screen, on a telephone and on paper."""

STYLE = """
:root{--ink:#1b2733;--soft:#5f6b76;--line:#d5dce2;--wash:#f4f6f8;--accent:#1f4e79}
*{box-sizing:border-box}html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:#fff;
font:16px/1.55 "IBM Plex Sans","IBM Plex Sans Arabic","Segoe UI",Tahoma,"Noto Sans","Noto Sans Arabic",sans-serif}
header,main{max-width:72rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:2.5rem}.over{margin:0;color:var(--accent);font-weight:600;letter-spacing:.02em}
h1{font-size:2rem;line-height:1.2;margin:.2rem 0 1.2rem;text-wrap:balance}
h2{font-size:1.35rem;line-height:1.25;margin:2.6rem 0 .8rem;padding-block-end:.35rem;border-block-end:3px solid var(--band,var(--accent))}
h3{font-size:1.05rem;margin:0}h3 code{font-weight:400}
p{margin:.35rem 0}ul{margin:.4rem 0;padding-inline-start:1.3rem}
code{font:0.86em/1.4 "IBM Plex Mono",Consolas,"DejaVu Sans Mono",monospace;color:var(--soft);overflow-wrap:anywhere;unicode-bidi:isolate}
a{color:var(--accent);text-underline-offset:.15em}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.6rem;margin:0 0 1.2rem}
.facts div{background:var(--wash);border-radius:.4rem;padding:.6rem .9rem}.facts dt{color:var(--soft);font-size:.85rem}
.facts dd{margin:0;font-weight:600}
nav{display:flex;flex-wrap:wrap;gap:.4rem .5rem}
nav a{display:block;padding:.3rem .75rem;border:1px solid var(--line);border-radius:2rem;text-decoration:none;
font-size:.9rem;color:var(--ink)}
nav a:hover,nav a:focus-visible{border-color:var(--accent);color:var(--accent)}
article{border:1px solid var(--line);border-inline-start:4px solid var(--band);border-radius:.4rem;padding:.8rem 1rem;margin:.7rem 0;
display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:.2rem 2rem;break-inside:avoid}
article>div{min-width:0}.top{display:flex;flex-wrap:wrap;align-items:baseline;gap:.2rem .7rem;grid-column:1/-1}
.badge{font-size:.78rem;font-weight:600;border-radius:1rem;padding:.05rem .6rem;background:var(--wash);color:var(--soft)}
.must{background:#fbe7cc;color:#6b3d05}.when{background:#e6eef6;color:#1f4e79}.shut{background:#f6d5d5;color:#7a1f24}
dl.about{margin:0;display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem .9rem;font-size:.93rem}
dl.about dt{color:var(--soft)}dl.about dd{margin:0;overflow-wrap:anywhere}
.chips{display:flex;flex-wrap:wrap;gap:.3rem;margin:.3rem 0 0;padding:0;list-style:none}
.chips li{background:var(--wash);border-radius:.3rem;padding:.1rem .5rem;font-size:.88rem;overflow-wrap:anywhere}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:start;font-weight:600;padding:.5rem 0}
th,td{border-block-end:1px solid var(--line);padding:.45rem .6rem;text-align:start;vertical-align:top}thead th{background:var(--wash)}
.error{border-inline-start:4px solid #a4262c}.warning{border-inline-start:4px solid #b3610b}.note{border-inline-start:4px solid #53708a}
.list{columns:17rem;column-gap:2rem;padding:0;list-style:none;font-size:.92rem}
.list li{break-inside:avoid;padding:.1rem 0;overflow-wrap:anywhere}
.source{color:var(--soft);font-size:.88rem}
main{padding-bottom:3rem}
@media (max-width:44rem){header,main{padding-inline:1rem}h1{font-size:1.5rem}article{grid-template-columns:minmax(0,1fr)}
.cards thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.cards tr{display:block;border:1px solid var(--line);border-radius:.4rem;margin:.6rem 0;padding:.3rem}
.cards td[data-head]::before{content:attr(data-head);display:block;color:var(--soft);font-size:.82rem}
.cards td{display:block;border:0;padding:.25rem .5rem}.cards td.error,.cards td.warning,.cards td.note{padding-inline-start:.6rem}}
@media print{@page{size:A4;margin:16mm 14mm}body{font-size:9pt;line-height:1.4}header,main{max-width:none;padding:0}nav{display:none}
a{color:inherit;text-decoration:none}
h2{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}.list{columns:4}
.wide{overflow:visible}}
""".strip()
"""CSS; directions follow the language."""
