/** Takes the browser's own looks away, so that every format begins at the plain style of `computed-style.ts`. */
export const RESET = `
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; font-synthesis: none; text-autospace: no-autospace; }
body, section, h1, h2, h3, p, figure, table, th, td { margin: 0; padding: 0; font-size: inherit; font-weight: inherit; }
th, td { text-align: inherit; vertical-align: top; }
table { width: 100%; table-layout: fixed; border: none; border-collapse: collapse; }
a { color: inherit; text-decoration: none; }
body { font: 10.5pt/1.3 "Zpb Song"; color: #000; }
`.trim();
