/**
 * The frame of every page: one file, nothing loaded, and nothing runs in it but its own script.
 *
 * Escaping keeps documents from becoming markup; should it ever fail, the policy in the head stops what got through:
 * only the style and the script with these digests are obeyed, no attribute holds either, and no request is made.
 */
import {createHash} from 'node:crypto'
import {html, Markup} from './html.js'

export interface Page {
  readonly title: string
  readonly style: string
  readonly script: string
  readonly body: Markup
}

/** The whole page as a file. */
export function pageHtml({title, style, script, body}: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
${body}
<script>${new Markup(script)}</script>
</body>
</html>
`.html
}

const policy = (style: string, script: string): string =>
  [
    "default-src 'none'",
    `style-src '${digest(style)}'`,
    `script-src '${digest(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

const digest = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`
