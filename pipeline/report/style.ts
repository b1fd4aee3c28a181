// The look of the report: one style sheet inside the file, on screen and on A4 paper. Colours are never the only sign.

export const style = `
:root { --ink:#1b2430; --soft:#5b6675; --line:#dde3ea; --paper:#fff; --ground:#f3f5f8; --head:#8f1d1d; --gold:#d9a520;
  --green:#16794a; --green-soft:#e3f3ea; --yellow:#9a6700; --yellow-soft:#fdf3d3; --red:#b3261e; --red-soft:#fbe6e4; --none-soft:#eef1f4; }
* { box-sizing:border-box }
html { scroll-behavior:smooth }
body { margin:0; background:var(--ground); color:var(--ink); font:15px/1.5 "Segoe UI","Be Vietnam Pro","Noto Sans",Roboto,Arial,sans-serif; font-variant-numeric:tabular-nums }
a { color:inherit; text-decoration-color:#b9c2cd; text-underline-offset:2px }
a:hover, a:focus-visible { text-decoration-color:currentColor }
a:focus-visible { outline:2px solid var(--head); outline-offset:2px }
header { background:var(--head); color:#fff; border-bottom:5px solid var(--gold) }
header > div, main, footer { max-width:1160px; margin:0 auto; padding:0 24px }
header > div { padding-top:26px; padding-bottom:24px }
header p { margin:0; opacity:.92 }
header .owner { text-transform:uppercase; letter-spacing:.05em; font-weight:600; font-size:13px }
h1 { margin:6px 0 4px; font-size:27px; line-height:1.25; font-weight:700 }
h2 { margin:0 0 4px; font-size:19px; color:var(--head) }
h3 { margin:20px 0 6px; font-size:16px }
h4 { margin:14px 0 4px; font-size:14px }
section.card { background:var(--paper); border:1px solid var(--line); border-radius:10px; padding:20px 22px; margin:18px 0 }
.lead { font-size:17px; margin:2px 0 16px }
.note { color:var(--soft); font-size:13px; margin:0 0 12px }
.tiles { display:grid; grid-template-columns:repeat(auto-fit,minmax(150px,1fr)); gap:12px }
.tile { border:1px solid var(--line); border-left:4px solid var(--soft); border-radius:8px; padding:10px 14px; background:#fbfcfd }
.tile b { display:block; font-size:27px; line-height:1.2; font-weight:700 }
.tile span { color:var(--soft); font-size:13px }
.tile.green { border-left-color:var(--green) } .tile.red { border-left-color:var(--red) } .tile.yellow { border-left-color:var(--gold) }
.rings { display:grid; grid-template-columns:repeat(6,1fr); gap:10px }
.measure { text-align:center; padding:8px 4px }
.measure strong { display:block; font-size:16px }
.measure small { display:block; color:var(--soft); font-size:12.5px; line-height:1.4 }
.ring { width:124px; max-width:100% }
.ring text { font:700 23px "Segoe UI","Noto Sans",Arial,sans-serif; fill:var(--ink) }
.rail { fill:none; stroke:#e7ebf0; stroke-width:13 } .arc { fill:none; stroke-width:13 }
.arc.green,.line.green { stroke:var(--green) } .arc.yellow,.line.yellow { stroke:var(--gold) } .arc.red,.line.red { stroke:var(--red) } .arc.none,.line.none { stroke:#b9c2cd }
.dot.green { fill:var(--green) } .dot.yellow { fill:var(--gold) } .dot.red { fill:var(--red) } .dot.none { fill:#b9c2cd }
.tag { display:inline-block; border-radius:999px; padding:0 9px; font-size:12px; font-weight:600; white-space:nowrap }
.tag.green, td.green { background:var(--green-soft); color:#0d5935 } .tag.yellow, td.yellow { background:var(--yellow-soft); color:#6d4a00 }
.tag.red, td.red { background:var(--red-soft); color:#8c1b15 } .tag.none, td.none { background:var(--none-soft); color:var(--soft) }
.identifiers { display:flex; gap:14px; align-items:center; border-top:1px solid var(--line); margin-top:14px; padding-top:14px; flex-wrap:wrap }
.identifiers b { font-size:21px }
.scroll { overflow-x:auto }
table { border-collapse:collapse; width:100%; font-size:13.5px }
caption { text-align:left; color:var(--soft); font-size:13px; padding-bottom:6px }
th, td { padding:6px 8px; border-bottom:1px solid var(--line); text-align:right; vertical-align:top }
th:first-child, td:first-child, th.text, td.text { text-align:left }
thead th { background:#f0f3f6; border-bottom:2px solid #c9d1da; font-size:12.5px; vertical-align:bottom }
tbody th { font-weight:600 }
th.depth-1 { padding-left:26px } th.depth-2 { padding-left:44px } th.depth-3 { padding-left:62px } th.depth-4 { padding-left:80px } th.depth-5 { padding-left:98px } th.depth-6 { padding-left:116px } td.bar { width:20% }
td small { display:block; font-size:11px; opacity:.85; white-space:nowrap }
tr.sum > * { font-weight:700; border-top:2px solid #c9d1da }
td.shade { border-left:2px solid #fff; border-right:2px solid #fff; text-align:center; min-width:76px }
.trends { display:grid; grid-template-columns:repeat(4,1fr); gap:18px 22px }
.trend { width:100%; height:auto; display:block } .axis { stroke:#aeb8c4; stroke-width:1 } .border { stroke:#dfe4ea; stroke-width:1; stroke-dasharray:3 3 }
.line { fill:none; stroke-width:2.5; stroke-linejoin:round; stroke-linecap:round }
.length { width:100%; height:10px; display:block } .length rect { fill:#8fa3bb }
.parts { width:100%; height:auto; display:block; border-radius:5px } .parts text { font:600 13px "Segoe UI","Noto Sans",Arial,sans-serif; fill:#fff }
.tone-0 rect,.key.tone-0 { fill:#8f1d1d; background:#8f1d1d } .tone-1 rect,.key.tone-1 { fill:#c26a2c; background:#c26a2c } .tone-2 rect,.key.tone-2 { fill:#a8841a; background:#a8841a }
.tone-3 rect,.key.tone-3 { fill:#4f7f5b; background:#4f7f5b } .tone-4 rect,.key.tone-4 { fill:#3f6f8f; background:#3f6f8f } .tone-5 rect,.key.tone-5 { fill:#5a5f86; background:#5a5f86 }
.tone-unknown rect,.key.tone-unknown { fill:#c7ced7; background:#c7ced7 } .parts .tone-unknown text { fill:#39424e }
.figure { display:grid; grid-template-columns:180px 1fr; gap:4px 16px; align-items:center; margin:12px 0 }
.keys { grid-column:2; font-size:13px; color:var(--soft); display:flex; gap:4px 16px; flex-wrap:wrap } .key { display:inline-block; width:10px; height:10px; border-radius:2px; margin-right:5px }
.lists { columns:2; column-gap:28px; font-size:13px; padding-left:18px; margin:4px 0 10px } .lists li { break-inside:avoid; margin-bottom:3px }
.lists code, .plain code { font:600 12.5px Consolas,"DejaVu Sans Mono",monospace; background:#f0f3f6; padding:0 4px; border-radius:3px }
.back { font-size:12.5px; color:var(--soft) }
footer { color:var(--soft); font-size:12.5px; padding-top:6px; padding-bottom:36px }
:target { scroll-margin-top:12px } h3:target, h4:target, tr:target { background:#fff7dc }
@media screen and (max-width:860px) { .rings { grid-template-columns:repeat(3,1fr) } .trends { grid-template-columns:1fr 1fr } .lists { columns:1 } .figure { grid-template-columns:1fr } .keys { grid-column:1 } }
@page { size:A4; margin:14mm 12mm }
@media print {
  body { background:#fff; font-size:10.5pt; print-color-adjust:exact; -webkit-print-color-adjust:exact }
  header > div, main, footer { max-width:none; padding-left:0; padding-right:0 } header > div { padding:12px 16px }
  section.card { border:none; padding:6px 0; margin:8px 0; border-radius:0 } section.card > h2 { border-bottom:1px solid var(--line); padding-bottom:3px }
  .rings { gap:2px } .ring { width:84px } .tiles { grid-template-columns:repeat(4,1fr); gap:8px } td small { font-size:7pt }
  .tile, .measure, .figure, tr, .trends > div { break-inside:avoid } table { font-size:8.5pt } th, td { padding:4px 5px } td.shade { min-width:0 }
  a { text-decoration:none } section.behind { display:none } .onpaper { display:block }
}
@media screen { .onpaper { display:none } }
`
