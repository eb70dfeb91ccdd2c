"""How the pages of the feedback pack look: on screen, and on paper of A4."""

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
STYLE = """
@page{size:A4;margin:14mm 15mm}*{box-sizing:border-box}
:root{--navy:#14324a;--accent:#1d6a86;--ink:#1c2730;--muted:#4d5963;--rule:#c3ced6;--soft:#eff4f7;--error:#a4262c;--warning:#9a5b00;
--note:#53708a;--answered:#5b3f8c;--fixed:#2c6e3f}
body{margin:0;background:#e9eef2;color:var(--ink);font:16px/1.5 "IBM Plex Sans","IBM Plex Sans Arabic","Segoe UI","Noto Sans",
"Noto Sans Arabic",Tahoma,Arial,sans-serif}
main{max-width:62rem;margin:1.5rem auto;background:#fff;padding:0 0 1.5rem;box-shadow:0 1px 4px rgba(20,50,74,.18)}
.band{background:var(--navy);color:#fff;padding:1.5rem 2rem 1.3rem;border-bottom:6px solid var(--accent)}
.band p{margin:0;color:#dbe8ef}.band h1{font-size:1.75rem;line-height:1.25;margin:.15rem 0 .3rem;font-weight:600}
.band .by{color:#a9d3e2;font-weight:600;font-size:.9rem}.body{padding:0 2rem}
.status{font-size:1.2rem;font-weight:600;color:var(--navy);margin:1.2rem 0 .8rem}
h2{color:var(--navy);font-size:1.25rem;margin:2rem 0 .6rem;font-weight:600;border-bottom:2px solid var(--accent);padding-bottom:.2rem}
p{margin:.4rem 0}ul.tiles{display:flex;flex-wrap:wrap;gap:.6rem;padding:0;margin:0 0 1rem;list-style:none}
.tiles li{flex:1 1 7.5rem;background:var(--soft);border-top:4px solid var(--accent);padding:.55rem .75rem}
.tiles strong{display:block;font-size:1.55rem;line-height:1.2;color:var(--navy);font-variant-numeric:tabular-nums}
.tiles .due{border-top-color:var(--error);flex-grow:2}
.tiles .due strong{color:var(--error);font-size:1.2rem}.tiles span{font-size:.82rem;color:var(--muted)}
ol.findings{list-style:none;margin:0;padding:0}
.finding{border:1px solid var(--rule);border-inline-start:6px solid var(--note);padding:.6rem .9rem;margin:.6rem 0;break-inside:avoid}
.finding.error{border-inline-start-color:var(--error)}.finding.warning{border-inline-start-color:var(--warning)}
.finding .top{display:flex;flex-wrap:wrap;gap:.15rem .9rem;font-size:.85rem;color:var(--muted);margin:0}
.finding .weight{font-weight:700}.error .weight{color:var(--error)}.warning .weight{color:var(--warning)}
.finding .what{font-weight:600;margin:.25rem 0}.finding dl{
display:grid;grid-template-columns:max-content 1fr;gap:.1rem .9rem;margin:.3rem 0 0}
dt{color:var(--muted);font-size:.88rem}dd{margin:0;overflow-wrap:anywhere}.cost{white-space:pre-line}
table{border-collapse:collapse;width:100%;margin:.6rem 0 1rem;font-size:.92rem}
th,td{border-bottom:1px solid var(--rule);padding:.35rem .55rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}
thead th{background:var(--navy);color:#fff;font-weight:600;overflow-wrap:normal}tbody th{font-weight:600;background:var(--soft);width:15rem}
td.n{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}.tag{font-weight:700}.tag.answered{color:var(--answered)}
.tag.fixed{color:var(--fixed)}.tag.error{color:var(--error)}.tag.warning{color:var(--warning)}.tag.note{color:var(--note)}
summary{cursor:pointer;color:var(--accent);font-weight:600;margin:1.5rem 0 .4rem}bdi.where{font-variant-numeric:tabular-nums}
ol.steps{margin:.3rem 0;padding-inline-start:1.4rem}ol.steps li{margin:.3rem 0}
.foot{border-top:1px solid var(--rule);margin-top:1.6rem;padding-top:.6rem;color:var(--muted);font-size:.88rem}
@media print{body{background:#fff;font-size:10.5pt}main{box-shadow:none;margin:0;max-width:none;padding:0}.body{padding:0}
.band{padding:5mm 6mm 4mm}h2{margin-top:6mm;break-after:avoid}
.band,.tiles li,thead th,tbody th,.finding{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
""".strip()
