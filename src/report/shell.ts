/** The frame of every page we write: one file, nothing fetched, no script but our own. */
import { createHash } from 'node:crypto'
import { escapeHtml } from './escape.ts'
import { STYLE } from './style.ts'

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** A whole HTML page. */
export function htmlPage({
  title,
  body,
  script,
}: {
  readonly title: string
  /** HTML. */
  readonly body: string
  /** JavaScript; it must not contain the end of a script element. */
  readonly script?: string
}): string {
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `style-src ${hashOf(STYLE)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}${script === undefined ? '' : `<script>${script}</script>\n`}</body>
</html>
`
}
