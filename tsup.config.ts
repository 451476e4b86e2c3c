import { writeFile } from 'node:fs/promises'
import { defineConfig } from 'tsup'

const DOORS = ['src/index.ts', 'src/node.ts', 'src/schema.ts']

export default defineConfig({
  entry: [...DOORS, 'src/cli.ts', 'src/batch-worker.ts'],
  format: 'esm',
  target: 'node20',
  // The command line ships no types; the doors of the library do.
  dts: { entry: DOORS, compilerOptions: { ignoreDeprecations: '6.0' } },
  clean: true,
  splitting: true,
  sourcemap: false,
  async onSuccess() {
    const door = new URL('dist/schema.js', import.meta.url).href
    const { planJsonSchema } = (await import(door)) as typeof import('./src/schema.ts')
    await writeFile('dist/schema.json', `${JSON.stringify(planJsonSchema(), null, 2)}\n`)
  },
})
