import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { assetFolder, type AssetName } from './assets.ts'

const here = dirname(fileURLToPath(import.meta.url))

/** What a phone of 2020 still understands. */
const target = ['es2020', 'chrome80', 'safari15', 'firefox78']

await buildClient()

/** Writes dist/client: each file under a name that carries its hash, with .br and .gz beside, and manifest.json. */
async function buildClient(): Promise<void> {
  const files: Record<AssetName, string> = {
    'site.css': await styles(),
    'enhance.js': await island('enhance.ts'),
    'icon.svg': readFileSync(join(here, 'styles', 'icon.svg'), 'utf8'),
  }
  rmSync(assetFolder, { recursive: true, force: true })
  mkdirSync(assetFolder, { recursive: true })
  const manifest = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, write(name, text)]))
  writeFileSync(join(assetFolder, 'manifest.json'), JSON.stringify(manifest, null, 2))
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

async function island(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'islands', name)],
    bundle: true,
    format: 'iife',
    minify: true,
    target,
    write: false,
    logLevel: 'warning',
  })
  return outputFiles[0]?.text ?? ''
}

function write(name: string, text: string): string {
  const content = Buffer.from(text)
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  const hashed = `${basename(name, extname(name))}-${hash}${extname(name)}`
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
  writeFileSync(join(assetFolder, hashed), content)
  writeFileSync(join(assetFolder, `${hashed}.br`), brotliCompressSync(content, quality))
  writeFileSync(join(assetFolder, `${hashed}.gz`), gzipSync(content, { level: 9 }))
  return hashed
}
