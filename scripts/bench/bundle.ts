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
  try {
    await bundleInto(folder, { child: 'scripts/bench/child.ts' })
    return await work(join(folder, 'child.mjs'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Compiles programs into a folder below the project's, each as `name.mjs`, and beside them the thread in which a
 * server among them makes its reports.
 */
export async function bundleInto(folder: string, programs: Readonly<Record<string, string>>): Promise<void> {
  const all = { ...programs, 'report-worker': 'server/report-worker.ts' }
  await mkdir(folder, { recursive: true })
  await build({
    entryPoints: Object.entries(all).map(([out, path]) => ({ in: join(root, path), out })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What a job does not import is not loaded either.
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    // Beside the programs: within them it would be counted as memory of the server.
    sourcemap: 'linked',
    plugins: [ownAddress],
    logLevel: 'error',
  })
}

/** Each module keeps its own address: fonts and pages are found beside their code. */
const ownAddress: Plugin = {
  name: 'own-address',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/, namespace: 'file' }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      if (!text.includes('import.meta')) return undefined
      // The one that is started beside the program, not found beside its source.
      if (path.endsWith('/start-report-worker.ts'))
        return { contents: text.replace('./report-worker.js', './report-worker.mjs'), loader: 'ts' }
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' }
    })
  },
}
