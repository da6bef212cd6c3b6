import { readConfig } from '../server/config.ts'
import { buildIndexes } from '../server/store/build-indexes.ts'
import { printJson, printText, readArguments, runCommand } from './command.ts'

const usage = `Uso: npm run indexes [-- --json]

Construye en MONGODB_URI los índices que falten. Sin ellos Vigía no arranca: construirlos en una base grande
puede tardar, y ninguna petición debe esperarlo. El almacén embebido construye los suyos al abrirse. También
completa las solicitudes antiguas con los campos que un índice nuevo necesita, en cualquiera de los dos.
  --json  {"where","built":["colección.índice"],"filled":n}`

await runCommand(usage, async args => {
  const { values } = readArguments({ args, options: { json: { type: 'boolean', default: false } } as const })
  const { uri, dataDir } = readConfig(process.env).database
  const result = await buildIndexes({ mongodbUri: uri, dataDir })
  if (values.json) printJson(result)
  else printText(`${result.where}: ${inWords(result.built)} Solicitudes completadas: ${result.filled}.`)
  return 0 as const
})

function inWords(built: readonly string[]): string {
  return built.length === 0 ? 'no faltaba ningún índice.' : `índices construidos: ${built.join(', ')}.`
}
