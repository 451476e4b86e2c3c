// The lists of commands, options and exit codes in both READMEs, against the program.

import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { ExitCode } from '../../src/cli/exit-code.ts'
import { createProgram } from '../../src/cli/main.ts'

const io = { env: {} } as Parameters<typeof createProgram>[0]
const program = createProgram(
  io,
  () => {},
  () => {},
)
const commands = program.commands.filter((command) => command.name() !== 'help')
const names = commands.map((command) => command.name())

/** "repair --format", for every option of every command. */
const OPTIONS = commands.flatMap((command) => command.options.map(({ long }) => `${command.name()} ${long}`))

/** Rows of the tables of a text, cell by cell; bars within code are none of the table. */
function rowsOf(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('| '))
  return lines.map((line) =>
    line
      .replaceAll('\\|', '¦')
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

/** The commands that a cell means. */
function commandsOf(cell: string, all: RegExp, allBut: RegExp): readonly string[] {
  if (all.test(cell)) return names
  const but = allBut.exec(cell)?.[1]?.split(', ')
  return but === undefined ? cell.split(', ') : names.filter((name) => !but.includes(name))
}

describe.each([
  ['README.md', /^all$/, /^all but (.*)$/],
  ['README.vi.md', /^mọi lệnh$/, /^mọi lệnh trừ (.*)$/],
])('%s', (file, all, allBut) => {
  const readme = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
  const rows = rowsOf(readme)

  it('lists every option of every command, and none that is not there', () => {
    const listed = rows.flatMap(([flags = '', of = '']) => {
      // Other tables have options in their first column, too.
      if (!flags.startsWith('`-') || !commandsOf(of, all, allBut).every((name) => names.includes(name)))
        return []
      const longs = [...flags.matchAll(/--[a-z-]+/g)].map(([long]) => long)
      return commandsOf(of, all, allBut).flatMap((name) => longs.map((long) => `${name} ${long}`))
    })
    expect([...new Set(listed)].sort()).toEqual([...new Set(OPTIONS)].sort())
  })

  it('lists every command', () => {
    const listed = rows.flatMap(([cell = '']) => /^`([a-z-]+)[ `]/.exec(cell)?.[1] ?? [])
    expect(listed).toEqual(expect.arrayContaining(names))
  })

  it('gives the values that options take', () => {
    for (const command of commands) for (const option of command.options) checkValues(command, option)
    function checkValues(
      command: Command,
      { long, argChoices }: { long?: string; argChoices?: string[] },
    ): void {
      if (argChoices === undefined || long === '--from') return
      const row = rows.find(
        ([flags = '', of = '']) =>
          flags.includes(`${long} `) && commandsOf(of, all, allBut).includes(command.name()),
      )
      expect(row?.[0], `${command.name()} ${long}`).toContain(argChoices.join('¦'))
    }
  })

  it('lists every exit code', () => {
    const codes = rows.flatMap(([cell = '']) => (/^\d+$/.test(cell) ? Number(cell) : []))
    expect(codes).toEqual(Object.values(ExitCode))
  })
})
