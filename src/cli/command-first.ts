// Options that all commands have may stand before the command, as with other programs: "vanban --lang vi repair a.txt".

/** Options of all commands, and whether a value follows. */
const SHARED: Readonly<Record<string, boolean>> = {
  '--color': true,
  '--config': true,
  '--lang': true,
  '--log-format': true,
  '--quiet': false,
  '--verbose': false,
  '-q': false,
  '-v': false,
}

/**
 * The arguments with the command in front; as they are when something else stands before it.
 *
 * @param commands their names
 */
export function commandFirst(argv: readonly string[], commands: readonly string[]): readonly string[] {
  let at = 0
  for (let argument = argv[at]; argument?.startsWith('-'); argument = argv[at]) {
    const takesValue = SHARED[argument.split('=', 1)[0] as string]
    if (takesValue === undefined) return argv
    at += takesValue && !argument.includes('=') ? 2 : 1
  }
  const command = argv[at]
  if (at === 0 || command === undefined || !commands.includes(command)) return argv
  return [command, ...argv.slice(0, at), ...argv.slice(at + 1)]
}
