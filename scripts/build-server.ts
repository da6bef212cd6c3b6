import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readArguments, runCommand } from './command.ts'

const usage = `Uso: npm run build

Compila en dist/app lo que corre npm start; las tipografías de los informes van junto a su código.`

const root = join(import.meta.dirname, '..')
const out = join(root, 'dist', 'app')

await runCommand(usage, args => {
  readArguments({ args })
  rmSync(out, { recursive: true, force: true })
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '-p', join(root, 'scripts/tsconfig.build.json')], { stdio: 'inherit' })
  cpSync(join(root, 'reports/pdf/fonts'), join(out, 'reports/pdf/fonts'), { recursive: true })
  return 0
})
