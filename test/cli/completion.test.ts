import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { run } from './harness.ts'

const script = async (shell: string): Promise<string> => (await run(['completion', shell])).out

const hasShell = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0

describe('vanban completion', () => {
  it.each(['bash', 'zsh', 'fish'])('knows commands, options and values for %s', async (shell) => {
    const text = await script(shell)
    for (const word of ['repair', 'restore', 'apply', 'format', 'resume', 'auto'])
      expect(text).toContain(word)
  })

  it('refuses other shells', async () => {
    expect(await run(['completion', 'cmd'])).toMatchObject({ code: 2, out: '' })
  })

  it.skipIf(!hasShell('bash'))('completes in bash', async () => {
    const complete = (...words: string[]): string[] => {
      const code = `${text}\nCOMP_WORDS=(vanban ${words.map((word) => `'${word}'`).join(' ')})\nCOMP_CWORD=${words.length}\n_vanban\nprintf '%s\\n' "\${COMPREPLY[@]}"`
      return spawnSync('bash', ['-c', code]).stdout.toString().trim().split('\n')
    }
    const text = await script('bash')
    expect(complete('rep')).toEqual(['repair'])
    expect(complete('repair', '--res')).toEqual(['--resume'])
    expect(complete('repair', '--ocr', 'a')).toEqual(['auto', 'always'])
    expect(complete('repair', '--format', '')).toEqual(['text', 'json', 'html', 'jsonl'])
    expect(complete('completion', '')).toEqual(['bash', 'zsh', 'fish'])
    expect(complete('config', '')).toEqual(['show'])
    expect(complete('config', 'show', 're')).toEqual(['repair', 'restore'])
    expect(complete('repair', 'sc')).toEqual([''])
  })

  it.skipIf(!hasShell('zsh'))('is sound zsh', async () => {
    expect(spawnSync('zsh', ['-n'], { input: await script('zsh') }).status).toBe(0)
  })
})
