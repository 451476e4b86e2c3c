/** Text → HTML that shows it and does nothing else. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What HTML gives a meaning to, and control characters, which no document may hold (line ends and tabs may). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SPECIAL = /[&<>"'\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/** Escapes text for the content of an element or a quoted attribute. Control characters become U+FFFD. */
export function escapeHtml(text: string): string {
  return text.replace(SPECIAL, (found) => ENTITIES[found] ?? (found === '\r' ? '' : '\ufffd'))
}

/** JSON that can stand in a script element: nothing in it ends the element or opens a comment. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
