/** The look of an article page: a good newspaper's, in light, dark and print. No fonts are fetched. */
export const articleStyle = `
:root{color-scheme:light dark;--paper:#fffdf9;--ink:#1b1a18;--soft:#5d5952;--rule:#d9d4ca;--accent:#8f2418;--wash:#f4efe6;
--serif:"Iowan Old Style","Charter","Source Serif 4","Noto Serif","Noto Naskh Arabic","Palatino Linotype",Georgia,serif;
--sans:system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Naskh Arabic",Roboto,sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#161513;--ink:#ece8e0;--soft:#a8a298;--rule:#3a3731;--accent:#f0937f;--wash:#211f1b}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--paper);color:var(--ink);font:1.1875rem/1.62 var(--serif);font-kerning:normal;text-rendering:optimizeLegibility}
main{max-width:39rem;margin:0 auto;padding:clamp(1.5rem,5vw,4rem) 1.25rem 5rem}
a{color:inherit;text-decoration-color:var(--accent);text-decoration-thickness:.07em;text-underline-offset:.18em}
a:hover{color:var(--accent)}
a:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:2px}
.kicker{margin:0 0 .75rem;color:var(--accent);font:600 .8125rem/1.4 var(--sans);letter-spacing:.03em}
h1{margin:0;font-size:clamp(2rem,1.35rem + 3vw,3.05rem);line-height:1.12;font-weight:700;letter-spacing:-.012em;text-wrap:balance}
.standfirst{margin:1.1rem 0 0;color:var(--soft);font-size:clamp(1.2rem,1.08rem + .6vw,1.4rem);line-height:1.42;text-wrap:pretty}
.meta{display:flex;flex-wrap:wrap;gap:.15rem 1.1rem;margin:1.6rem 0 2.4rem;padding:.85rem 0;border-block:1px solid var(--rule);color:var(--soft);font:.9375rem/1.5 var(--sans)}
.meta p{margin:0}.meta .by{color:var(--ink);font-weight:600}
figure{margin:0 0 2.2rem}figure img{display:block;width:100%;height:auto;border-radius:2px}
figcaption{margin-top:.5rem;color:var(--soft);font:.875rem/1.45 var(--sans)}
h2{margin:2.9rem 0 .8rem;font-size:1.55rem;line-height:1.22;letter-spacing:-.006em;text-wrap:balance}
h3,h4,h5,h6{margin:2rem 0 .5rem;font-size:1.2rem;line-height:1.3}
p{margin:0 0 1.15em;text-wrap:pretty;overflow-wrap:break-word;hanging-punctuation:first}
.slot{margin:2.9rem 0 -.2rem;color:var(--accent);font:600 .8125rem/1.4 var(--sans)}.slot+h2{margin-top:.4rem}
.dateline{font-weight:600;letter-spacing:.01em}
blockquote{margin:1.7rem 0;padding-inline-start:1.2rem;border-inline-start:3px solid var(--accent);font-size:1.1em;line-height:1.5}
blockquote p:last-child{margin-bottom:0}
ul,ol{margin:0 0 1.15em;padding-inline-start:1.5rem}li{margin-bottom:.35em}li>p{margin-bottom:.35em}
sup{font:600 .66em/0 var(--sans);vertical-align:super;white-space:nowrap}
sup a{padding:.2em .18em;color:var(--accent);text-decoration:none}sup a:hover{text-decoration:underline}
:target{background:var(--wash);box-shadow:0 0 0 .35rem var(--wash);border-radius:2px}
.back-matter{margin-top:3.6rem;padding-top:.4rem;border-top:3px double var(--rule);font:.9375rem/1.55 var(--sans)}
.back-matter h2{margin:1.4rem 0 .9rem;font:700 1.0625rem/1.3 var(--sans)}
.notes,.claims{padding-inline-start:1.9rem}.notes li,.claims li{margin-bottom:1.05rem;padding-inline-start:.2rem}
.notes li::marker{color:var(--accent);font-weight:600}
.notes q{display:block;font:1rem/1.5 var(--serif)}.notes .from{display:block;color:var(--soft)}
.notes .back{margin-inline-start:.3rem;font-weight:700;color:var(--accent);text-decoration:none}
.claims{list-style:none;padding:0}.claims li{display:grid;grid-template-columns:9.5rem 1fr;gap:.1rem 1rem;margin:0;padding:.5rem 0;border-top:1px solid var(--rule)}
.claims .status{color:var(--soft);font-size:.8125rem;line-height:1.8}@media (max-width:34rem){.claims li{grid-template-columns:1fr}}
.claims .unsupported,.claims .contested,.claims .stale{color:var(--accent);font-weight:600}
sup.missing{color:var(--accent);white-space:normal}
.version-note{margin:0 0 2rem;padding:.8rem 1rem;background:var(--wash);border-inline-start:3px solid var(--accent);font:.9375rem/1.5 var(--sans)}.version-note p{margin:0}
.corrections{margin-top:3rem;padding:1rem 1.2rem;background:var(--wash);font:.9375rem/1.55 var(--sans)}.corrections h2{margin:0 0 .5rem;font:700 1.0625rem/1.3 var(--sans)}
.corrections ul{margin:0;padding:0;list-style:none}.corrections .when{display:block;color:var(--soft);font-size:.8125rem}
h1 a{text-decoration:none}.versions{margin-top:2rem;padding:0;list-style:none;font:1rem/1.5 var(--sans)}.versions li{margin:0;padding:1.1rem 0;border-top:1px solid var(--rule)}.versions p{margin:0}.versions .slot{margin:0}
.versions :is(.edit,.first) .slot{color:var(--soft)}.notice{margin:20vh 0;font-size:1.6rem;font-weight:500}
footer{margin-top:2.5rem;color:var(--soft);font:.8125rem/1.5 var(--sans)}
[dir=rtl] body,body:dir(rtl){line-height:1.95}
:lang(ur){--serif:"Iowan Old Style","Charter","Noto Serif",Georgia,"Noto Nastaliq Urdu","Jameel Noori Nastaleeq","Noto Naskh Arabic",serif}
:lang(ur) body{line-height:2.3}:lang(ur) :is(h1,h2,h3,.standfirst){line-height:2.05}:lang(ur) .kicker{margin-bottom:1.4rem}
:lang(ur) [dir=ltr],[dir=rtl] [dir=ltr]{line-height:1.62}
@media print{@page{margin:2cm 2.2cm 2.2cm;@bottom-center{content:counter(page) " / " counter(pages);color:#5d5952;font:8pt system-ui,"Noto Sans",sans-serif}}
:root{--paper:#fff;--ink:#000;--soft:#333;--rule:#999;--accent:#000;--wash:#fff}
body{font-size:10.5pt;line-height:1.45}main{max-width:none;padding:0}h1{font-size:24pt}.standfirst{font-size:13pt}.meta{margin:1rem 0 1.4rem;font-size:9pt}h2{margin-top:1.6rem;font-size:14pt}h2,h3,.slot,.kicker{break-after:avoid}
p,li{orphans:3;widows:3}blockquote,figure,.notes li,.claims li{break-inside:avoid}.back{display:none}
.back-matter{margin-top:2rem;font-size:8.5pt;line-height:1.4}.back-matter h2{font-size:10.5pt}.notes q{font-size:9pt;line-height:1.4}.notes li{margin-bottom:.45rem}.claims li{padding:.25rem 0}footer{margin-top:1.2rem;font-size:7.5pt}
.notes a[href^=http]::after{content:" (" attr(href) ")";overflow-wrap:anywhere;color:#333;font-size:.92em}}
`.trim();
