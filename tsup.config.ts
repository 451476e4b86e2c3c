import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/node.ts', 'src/cli.ts'],
  format: 'esm',
  target: 'node20',
  // The command line ships no types; the two library doors do.
  dts: { entry: ['src/index.ts', 'src/node.ts'], compilerOptions: { ignoreDeprecations: '6.0' } },
  clean: true,
  splitting: true,
  sourcemap: false,
})
