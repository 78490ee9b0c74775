import { paletteCss } from "./palette.ts";

/** The style sheet of a page: light and dark by the reader's preference, light in print, no outside resources. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--page:#ffffff;--panel:#f6f7f9;--line:#d9dde2;--link:#0068ab;--good:#00805d;--warning:#8a6d00;--bad:#c94f00;--info:#0068ab;${paletteCss("light")}}
@media (prefers-color-scheme:dark){:root{--page:#15181c;--panel:#1e2329;--line:#363d46;--link:#5db8f0;--good:#2fcb9d;--warning:#ecc640;--bad:#ff9248;--info:#5db8f0;${paletteCss("dark")}}}
@media print{:root{color-scheme:light;--page:#ffffff;--panel:#f6f7f9;--line:#c9ced4;--link:#1c2024;--good:#00805d;--warning:#8a6d00;--bad:#c94f00;--info:#0068ab;${paletteCss("light")}}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink-text);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif}
main{max-width:56rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .4rem}
h2{font-size:1.35rem;margin:2.8rem 0 .8rem;padding-top:.9rem;border-top:1px solid var(--line)}
h3{font-size:1.1rem;margin:2rem 0 .6rem}
h4{font-size:1rem;margin:1.5rem 0 .5rem}
p{margin:.7rem 0}
.subtitle,footer,figcaption{color:var(--ink-muted)}
.subtitle{font-size:1.05rem;margin:0 0 1.5rem}
a{color:var(--link)}
code{font:.9em/1.4 ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;background:var(--panel);padding:.1em .3em;border-radius:3px;overflow-wrap:anywhere}
nav{background:var(--panel);border-radius:6px;padding:.7rem 1rem;margin:1.2rem 0}
nav ol{margin:0;padding-left:1.3rem;columns:2 16rem}
figure{margin:1.6rem 0}
figure svg{display:block;width:100%;height:auto}
figcaption{font-size:.88rem;margin-top:.45rem}
.table{overflow-x:auto}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums;min-width:40%}
th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{border-bottom:2px solid var(--ink-axis);font-weight:600;vertical-align:bottom}
tbody th{font-weight:500}
.right{text-align:right}
th:not(.right),td:not(.right){min-width:6rem;overflow-wrap:break-word}
.note{border-left:4px solid var(--info);background:var(--panel);padding:.6rem .9rem;margin:1rem 0;border-radius:0 5px 5px 0}
.note.good{border-color:var(--good)}.note.warning{border-color:var(--warning)}.note.bad{border-color:var(--bad)}
details{margin:1rem 0}
summary{cursor:pointer;font-weight:500}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem;font-size:.88rem}
@media print{main{max-width:none;padding:0}nav{display:none}h2,h3,h4{break-after:avoid}figure,tr,.note{break-inside:avoid}body{font-size:11pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}.table{overflow:visible}}
`.trim();
