import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Compiles what `npm start` runs into dist/app; the faces that reports are set in go beside their code. */
const root = join(import.meta.dirname, '..')
const out = join(root, 'dist', 'app')

rmSync(out, { recursive: true, force: true })
execFileSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'scripts/tsconfig.build.json')],
  {
    stdio: 'inherit',
  },
)
cpSync(join(root, 'reports/pdf/fonts'), join(out, 'reports/pdf/fonts'), { recursive: true })
