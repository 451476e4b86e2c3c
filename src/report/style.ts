/** The look of reports, on screen and on paper. Changes are told apart by form – struck out, underlined – and colour. */

/**
 * Colours; text on its ground has a contrast of at least 4.5 (WCAG AA), which a test computes. Each comes with its
 * ground, so that no pair depends on what an element stands in. There is no dark scheme: crops of scans are white.
 */
export const COLOURS = {
  text: ['#1b1b1b', '#ffffff'],
  quiet: ['#4a4a4a', '#ffffff'],
  head: ['#1b1b1b', '#eef1f4'],
  deleted: ['#8a1c1c', '#fdecec'],
  inserted: ['#0b5a2a', '#e6f5ea'],
  doubtful: ['#5f3b00', '#fff2cc'],
  link: ['#0b4a8f', '#ffffff'],
  button: ['#ffffff', '#0b4a8f'],
  decided: ['#1b1b1b', '#e9f3ff'],
} as const satisfies Record<string, readonly [text: string, ground: string]>

const colour = (name: keyof typeof COLOURS): string =>
  `color:${COLOURS[name][0]};background:${COLOURS[name][1]}`

export const STYLE = `
*{box-sizing:border-box}
html{font:16px/1.5 system-ui,"Segoe UI","Noto Sans",Arial,sans-serif;${colour('text')};scroll-padding-top:4rem}
body{margin:0 auto;padding:0 1rem 4rem;max-width:100rem}
h1{font-size:1.5rem;overflow-wrap:anywhere;margin:1rem 0 .25rem}
h2{font-size:1.2rem;margin:2rem 0 .5rem}
a{${colour('link')}}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #747e88;padding:.25rem .5rem;text-align:left;vertical-align:top}
thead th{${colour('head')}}
caption{text-align:left;padding:.25rem 0;${colour('quiet')}}
.quiet{${colour('quiet')}}
.number{text-align:right;white-space:nowrap}
.bar{position:sticky;top:0;z-index:1;flex-wrap:wrap;gap:.5rem;align-items:center;padding:.5rem 0;
border-bottom:1px solid #747e88;${colour('text')}}
button,select,input{font:inherit}
button{border:1px solid #0b4a8f;border-radius:.25rem;padding:.25rem .75rem;cursor:pointer;${colour('button')}}
:focus-visible{outline:3px solid #0b4a8f;outline-offset:2px}
/* Pages out of sight are laid out when they come into sight: twenty of them open as fast as one. */
.page{content-visibility:auto;contain-intrinsic-size:auto 80rem}
.page table{table-layout:fixed}
.page th:first-child{width:3.5rem}
.page th{font-weight:normal;text-align:right;${colour('quiet')}}
.page thead th{text-align:left;${colour('head')}}
.page td{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate}
del{text-decoration:line-through 2px;${colour('deleted')}}
ins{text-decoration:underline 2px;${colour('inserted')}}
td a[href^="#d"]{text-decoration:underline dotted 3px;${colour('doubtful')}}
td a[href^="#d"] ins{text-decoration:inherit;${colour('doubtful')}}
td a[href^="#d"]::after{content:"?";font-weight:bold;vertical-align:super;font-size:.7em}
.word{overflow-wrap:anywhere;unicode-bidi:isolate}
#doubts{table-layout:fixed}
#doubts th:first-child{width:4rem}
#doubts th:nth-child(2){width:10rem}
#doubts img{display:block;max-width:100%;height:auto;border:1px solid #747e88;margin-bottom:.25rem}
#doubts label{display:inline-block;margin-right:1rem}
#doubts input[type=text]{width:9rem}
#doubts tr.now{outline:3px solid #0b4a8f;outline-offset:-3px}
#doubts tr.decided td{${colour('decided')}}
.script{display:none}
.scripted .script{display:revert}
.scripted .bar.script{display:flex}
.failed{font-weight:bold}
@media print{.scripted .bar.script,.choices input,.scripted .script{display:none!important}html{font-size:11px}
body{max-width:none;padding:0}.page{content-visibility:visible}tr{break-inside:avoid}section.page{break-before:page}a{color:inherit}}
@media (max-width:50rem){.page th:first-child{width:2.2rem}body{padding:0 .5rem 3rem}}
`
