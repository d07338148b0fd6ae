/// How the report on a portfolio looks in a browser and on paper.
enum PortfolioStyle {
  /// The style sheet. Colours only repeat what words and signs say; each has a contrast of 4.5 and more to its ground.
  static let sheet: StaticString = """
    <style>
    :root{color-scheme:light dark;--ground:#ffffff;--ink:#1b1f24;--faint:#57606a;--edge:#d0d7de;--track:#e6eaef;--bar:#2563a0;--good:#116329;--bad:#b3161f;--open:#7d4e00;--link:#0a58a8}
    @media screen and (prefers-color-scheme:dark){:root{--ground:#0d1117;--ink:#e6edf3;--faint:#9da7b3;--edge:#3d444d;--track:#262c36;--bar:#58a6ff;--good:#56d364;--bad:#ff8d85;--open:#e3b341;--link:#79b8ff}}
    *{box-sizing:border-box}
    body{margin:0 auto;padding:1.5rem 1rem;max-width:60rem;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;overflow-wrap:anywhere}
    h1{font-size:1.5rem;line-height:1.3;margin:0 0 .5rem}
    h2{font-size:1.2rem;line-height:1.3;margin:0 0 .5rem}
    h3{font-size:1rem;margin:1rem 0 .25rem}
    p{margin:.25rem 0}
    a{color:var(--link)}
    .headline{font-size:1.15rem;font-weight:600}
    .pass{color:var(--good)}
    .fail{color:var(--bad)}
    .undetermined{color:var(--open)}
    .notApplicable,.faint{color:var(--faint)}
    .verdict{font-weight:600;white-space:nowrap}
    .small{font-size:.875rem}
    section{margin-top:1.5rem;padding-top:1.25rem;border-top:1px solid var(--edge)}
    dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1rem;margin:.5rem 0}
    dt{color:var(--faint)}
    dd{margin:0}
    figure{margin:.5rem 0}
    figcaption{display:flex;flex-wrap:wrap;gap:0 1rem}
    .axis{display:flex;justify-content:space-between;color:var(--faint);font-size:.8125rem}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:.9375rem}
    th,td{padding:.3rem .6rem .3rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--edge);overflow-wrap:normal}
    thead th{color:var(--faint);font-weight:400;vertical-align:bottom}
    tbody th{font-weight:400;min-width:8rem;max-width:20rem;overflow-wrap:anywhere}
    td,thead th{word-break:keep-all}
    td:last-child,thead th:last-child{padding-right:0}
    .number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
    .drawn{width:30%;min-width:6rem;padding-top:.5rem}
    svg{display:block;overflow:visible}
    .hatching{position:absolute}
    .swatch{display:inline-block;margin:0 .35rem 0 1rem}
    .swatch:first-child{margin-left:0}
    .bar text{fill:var(--ink);font-size:12px}
    .track{fill:var(--track)}
    .sure,.stripe{fill:var(--bar)}
    .possible{fill:url(#hatch);stroke:var(--bar)}
    .halo{stroke:var(--ground);stroke-width:6}
    .target{stroke:var(--ink);stroke-width:2}
    blockquote{margin:.25rem 0;padding-left:.75rem;border-left:3px solid var(--edge)}
    footer{margin-top:2rem;padding-top:.75rem;border-top:1px solid var(--edge)}
    @media (max-width:40rem){.number,td .verdict{white-space:normal}tbody th{min-width:6.5rem}.drawn{min-width:4rem}th,td{padding-right:.4rem}}
    @page{size:A4;margin:15mm}
    @media print{:root{font-size:10pt}body{padding:0;max-width:none}h2,h3,figure,thead{break-after:avoid}figure,tr,dl,blockquote{break-inside:avoid}.scroll{overflow:visible}a{color:inherit;text-decoration:none}svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    </style>

    """
}
