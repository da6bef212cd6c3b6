import { readFile, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'

const root = join(import.meta.dirname, '../..')

/**
 * Compiles the scenes as `npm start` would the server: tsx wraps every inner function to keep its name, which
 * costs more than the arithmetic that is measured here.
 */
export async function bundled<R>(work: (script: string) => Promise<R>): Promise<R> {
  const folder = join(root, `node_modules/.cache/vigia/bench-${process.pid}`)
  await mkdir(folder, { recursive: true })
  await build({
    entryPoints: [join(root, 'scripts/bench/child.ts')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What a job does not import is not loaded either.
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    sourcemap: 'inline',
    plugins: [ownAddress],
    logLevel: 'error',
  })
  try {
    return await work(join(folder, 'child.mjs'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Each module keeps its own address: fonts and pages are found beside their code. */
const ownAddress: Plugin = {
  name: 'own-address',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/, namespace: 'file' }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      if (!text.includes('import.meta')) return undefined
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' }
    })
  },
}
