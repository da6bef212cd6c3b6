import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type AssetName = 'site.css' | 'enhance.js' | 'form.js' | 'icon.svg'

/** The folder that `npm run build:client` fills; to be served under `assetBase`, for ever: names carry a hash. */
export const assetFolder = join(projectRoot(dirname(fileURLToPath(import.meta.url))), 'dist', 'client')

export const assetBase = '/assets/'

const manifest = readManifest()

/** The built service worker, or the one that takes it down everywhere. */
export function workerFile(state: 'on' | 'off'): string {
  return join(assetFolder, `worker-${state}.js`)
}

/** Where the browser finds a built file. Without a build the plain name stands in, so that pages still render. */
export function assetUrl(name: AssetName): string {
  return `${assetBase}${manifest.get(name) ?? name}`
}

function readManifest(): ReadonlyMap<string, string> {
  const file = join(assetFolder, 'manifest.json')
  if (!existsSync(file)) return new Map()
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof content !== 'object' || content === null) return new Map()
  return new Map(Object.entries(content).map(([name, hashed]) => [name, String(hashed)]))
}

/** Compiled or not, the project begins at the first folder above with a package.json. */
function projectRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  return parent === folder ? folder : projectRoot(parent)
}
