import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { assetBase, assetFolder, workerFile, type AssetName } from './assets.ts'

const here = dirname(fileURLToPath(import.meta.url))

/** What a phone of 2020 still understands. */
const target = ['es2020', 'chrome80', 'safari15', 'firefox78']

await buildClient()

/**
 * Writes dist/client: each file under a name that carries its hash, with .br and .gz beside, and manifest.json.
 * The two workers keep their names: a browser asks for them again and must find them.
 */
async function buildClient(): Promise<void> {
  const form = await script('islands/form.ts')
  const files: Record<AssetName, string> = {
    'site.css': await styles(),
    'form.js': form,
    'enhance.js': await script('islands/enhance.ts', {
      formIsland: JSON.stringify(assetBase + hashed('form.js', form)),
    }),
    'icon.svg': readFileSync(join(here, 'styles', 'icon.svg'), 'utf8'),
  }
  const workers = { on: await script('worker/sw.ts'), off: await script('worker/sw-kill.ts') }
  mkdirSync(assetFolder, { recursive: true })
  const manifest = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, write(name, text)]))
  for (const state of ['on', 'off'] as const) writeFileSync(workerFile(state), workers[state])
  writeFileSync(join(assetFolder, 'manifest.json'), JSON.stringify(manifest, null, 2))
  dropOthers(Object.values(manifest))
}

/** One file, tokens and base first: the browser asks once. */
async function styles(): Promise<string> {
  const all = readdirSync(join(here, 'styles')).filter(name => name.endsWith('.css'))
  const first = ['tokens.css', 'base.css']
  const parts = all.filter(name => !first.includes(name) && name !== 'print.css').sort()
  const contents = [...first, ...parts, 'print.css']
    .map(name => readFileSync(join(here, 'styles', name), 'utf8'))
    .join('\n')
  const { outputFiles } = await build({
    stdin: { contents, loader: 'css', resolveDir: join(here, 'styles') },
    minify: true,
    target,
    write: false,
    logLevel: 'warning',
  })
  return outputFiles[0]?.text ?? ''
}

async function script(path: string, define: Readonly<Record<string, string>> = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(here, path)],
    bundle: true,
    format: 'iife',
    minify: true,
    define,
    // The larger island, which has a build of its own.
    external: [`${assetBase}*`],
    target,
    write: false,
    logLevel: 'warning',
  })
  return outputFiles[0]?.text ?? ''
}

function hashed(name: string, text: string): string {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10)
  return `${basename(name, extname(name))}-${hash}${extname(name)}`
}

function write(name: string, text: string): string {
  const content = Buffer.from(text)
  const file = hashed(name, text)
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
  writeFileSync(join(assetFolder, file), content)
  writeFileSync(join(assetFolder, `${file}.br`), brotliCompressSync(content, quality))
  writeFileSync(join(assetFolder, `${file}.gz`), gzipSync(content, { level: 9 }))
  return file
}

/** After the manifest names the new ones: a server that starts meanwhile finds all that it asks for. */
function dropOthers(kept: readonly string[]): void {
  const isKept = (name: string) =>
    name === 'manifest.json' || name.startsWith('worker-') || kept.some(file => name.startsWith(file))
  for (const name of readdirSync(assetFolder)) if (!isKept(name)) rmSync(join(assetFolder, name))
}
