// A member of a JSON object as it was written: numbers of more digits than JavaScript keeps must come back as they came.

/** What a text without strings is made of, as far as it matters here. */
const STRUCTURE = /["{}[\],:]/g

/**
 * The text of a member of the outermost object; of several with one name the last, as `JSON.parse` has it.
 *
 * @param json an object that `JSON.parse` takes
 * @returns `undefined` when there is no such member
 */
export function rawMember(json: string, name: string): string | undefined {
  const structure = new RegExp(STRUCTURE)
  let depth = 0
  /** Where the value begins that is being passed; -1 when it is another's. */
  let from = -1
  let last = ''
  let found: string | undefined
  for (let match = structure.exec(json); match !== null; match = structure.exec(json)) {
    const { index } = match
    const mark = match[0]
    if (mark === '"') {
      structure.lastIndex = endOfString(json, index)
      // What stands before a colon is a key.
      last = json.slice(index, Math.min(structure.lastIndex, index + KEY_MAX))
    } else if (mark === '{' || mark === '[') depth++
    else if (depth === 1 && mark === ':') from = isKey(last, name) ? index + 1 : -1
    else {
      if (depth === 1 && from >= 0) {
        found = json.slice(from, index).trim()
        from = -1
      }
      if (mark === '}' || mark === ']') depth--
    }
  }
  return found
}

/** No key that is looked for is longer, escapes included. */
const KEY_MAX = 256

function isKey(text: string, name: string): boolean {
  if (text.length === KEY_MAX) return false
  return JSON.parse(text) === name
}

/** Behind the quote that ends a string: the first that no backslash takes away. */
function endOfString(json: string, start: number): number {
  for (let at = json.indexOf('"', start + 1); at >= 0; at = json.indexOf('"', at + 1)) {
    let slashes = 0
    while (json[at - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return at + 1
  }
  return json.length
}
