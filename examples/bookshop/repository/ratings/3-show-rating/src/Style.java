/** The style sheet of all pages. */
final class Style {
    static final String SHEET =
            """
            :root {
                color-scheme: light;
                --ink: #2b2622; --quiet: #7d7268; --line: #e8e0d6; --paper: #fffdf9; --accent: #9c3d2a;
            }
            * { box-sizing: border-box }
            body {
                margin: 0; background: #f6f1ea; color: var(--ink);
                font: 16px/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif;
            }
            a { color: inherit; text-decoration-color: var(--line); text-underline-offset: 3px }
            a:hover { color: var(--accent); text-decoration-color: currentColor }
            h1, h2, header { font-family: Georgia, "DejaVu Serif", serif; font-weight: normal; line-height: 1.2 }
            h1 { margin: 0 0 .5rem; font-size: 2.1rem }
            h2 { margin: 0 0 .75rem; font-size: 1.35rem }
            header, main, body > footer { max-width: 62rem; margin: 0 auto; padding: 0 1.5rem }
            header { padding-top: 1.25rem; padding-bottom: 1.25rem; font-size: 1.25rem; color: var(--accent) }
            header a { text-decoration: none }
            section {
                margin: 0 0 2rem; padding: 1.5rem; overflow-x: auto;
                background: var(--paper); border: 1px solid var(--line); border-radius: 10px;
            }
            section.hero { padding: 1rem 0 0; background: none; border: 0 }
            .numbers { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: 0; padding: 0; list-style: none }
            .numbers { color: var(--quiet) }
            .numbers b { color: var(--ink) }
            table { width: 100%; border-collapse: collapse }
            th { padding: .4rem .75rem; color: var(--quiet); font-size: .8rem; text-align: left; white-space: nowrap }
            td { padding: .55rem .75rem; border-top: 1px solid var(--line); white-space: nowrap }
            th:first-child, td:first-child { padding-left: 0 }
            th:last-child, td:last-child { padding-right: 0 }
            div.book { display: flex; gap: .8rem; align-items: center; min-width: 15rem; white-space: normal }
            div.book a { font-weight: 600 }
            small { display: block; color: var(--quiet); font-size: .85rem }
            th.number, td.number { text-align: right; font-variant-numeric: tabular-nums }
            .cover {
                flex: none; width: 1.9rem; height: 2.6rem; border-radius: 2px 4px 4px 2px;
                border-left: 4px solid rgb(0 0 0 / .25); box-shadow: 0 1px 3px rgb(0 0 0 / .25);
            }
            .cover-0 { background: #9c3d2a } .cover-1 { background: #2f5d62 } .cover-2 { background: #c58b2a }
            .cover-3 { background: #4a4e7d } .cover-4 { background: #5f7a3c } .cover-5 { background: #7b3f61 }
            .details { display: flex; flex-wrap: wrap; gap: 2rem; margin: 1rem 0 2rem }
            .details > div { flex: 1; min-width: 16rem }
            .details .cover { width: 9rem; height: 12.5rem; border-left-width: 12px }
            .lead { margin: 0 0 1.25rem; color: var(--quiet); font-size: 1.15rem }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.5rem; margin: 0 }
            dt { color: var(--quiet) }
            dd { margin: 0 }
            blockquote { margin: 0; padding: .8rem 0; border-top: 1px solid var(--line) }
            blockquote p { margin: .1rem 0 }
            blockquote footer, body > footer { color: var(--quiet); font-size: .85rem }
            .stars { color: #b9791a; letter-spacing: .1em }
            .rating b { margin-left: .25rem; font-variant-numeric: tabular-nums }
            body > footer { padding-top: .5rem; padding-bottom: 2.5rem }
            """;

    private Style() {}
}
