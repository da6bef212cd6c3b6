import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { copyEverything, type CopyResult } from '../server/copying/copy-everything.ts'
import { openEngine, type Engine } from '../server/store/engine.ts'
import { printJson, printText, readArguments, RefusedError, runCommand, UsageError } from './command.ts'

const usage = `Uso: npm run copy -- --from ORIGEN --to DESTINO [--json]

Copia todo (documentos, archivos y bitácora) entre almacenes y al final compara cuentas y sumas SHA-256.
  --from ORIGEN   una carpeta, mongodb://… o env:VARIABLE (así la contraseña no queda a la vista)
  --to DESTINO    lo mismo; vacío, o donde esta copia quedó a medias: entonces sigue
  --json          {"collections":[{"name","documents","copied","sha256","equal","firstDifference"}],"files","equal"}

Detenga Vigía antes: lo que cambie entre tanto saldrá como diferencia. Termina con 1 si algo no es igual.`

await runCommand(usage, async args => {
  const { values } = readArguments({
    args,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      json: { type: 'boolean', default: false },
    } as const,
  })
  const [source, target] = [place('--from', values.from), place('--to', values.to)]
  if (source === target) throw new UsageError('--to: el destino no puede ser el origen.')
  // To open a folder is to make it: an original that is not there would pass for an empty one.
  if (!isAddress(source) && !existsSync(join(source, 'store')))
    throw new RefusedError(`--from: en ${source} no hay datos de Vigía.`)
  const result = await between(source, target)
  if (values.json) printJson(result)
  else printText(inWords(result))
  return result.equal ? 0 : 1
})

async function between(source: string, target: string): Promise<CopyResult> {
  const from = await opened(source)
  try {
    const to = await opened(target)
    try {
      return await copyEverything(from, to, ({ collection, copied }) => {
        if (copied > 0) process.stderr.write(`${collection}: ${copied.toLocaleString('en')}\n`)
      })
    } finally {
      await to.close()
    }
  } finally {
    await from.close()
  }
}

function opened(where: string): Promise<Engine> {
  return openEngine({ mongodbUri: isAddress(where) ? where : null, dataDir: where })
}

function isAddress(where: string): boolean {
  return /^mongodb(\+srv)?:\/\//.test(where)
}

function place(option: string, text: string | undefined): string {
  if (!text?.trim())
    throw new UsageError(`${option}: falta. Escriba una carpeta, mongodb://… o env:VARIABLE.`)
  const variable = /^env:(\w+)$/.exec(text)?.[1]
  const value = variable === undefined ? text : process.env[variable]
  if (!value) throw new UsageError(`${option}: la variable ${variable} está vacía.`)
  return isAddress(value) ? value : resolve(value)
}

function inWords({ collections, files, equal }: CopyResult): string {
  const lines = collections.map(({ name, documents, copied, sha256, ...each }) => {
    const fault = each.equal ? '' : ` · DISTINTO, desde ${each.firstDifference}`
    return `${name}: ${copied.toLocaleString('en')} de ${documents.toLocaleString('en')} · ${sha256.slice(0, 12)}${fault}`
  })
  const ofFiles = `archivos: ${files.copied} de ${files.files} (${files.bytes.toLocaleString('en')} bytes)`
  return [...lines, ofFiles, equal ? 'Todo es igual.' : 'Hay diferencias.'].join('\n')
}
