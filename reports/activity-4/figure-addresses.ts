/**
 * What a figure is called in the address of its list of cases: its code where it is the first of that code
 * ('T1'), else its place ('byInstitution.mem.onTime'). The same figures, as they are in memory or
 * as the JSON that an edition keeps, give the same names.
 */
export function figureAddresses(figures: object): ReadonlyMap<object, string> {
  const names = new Map<object, string>()
  // One figure may stand in two places: its first name is the shorter.
  for (const { figure, address } of walk(figures)) if (!names.has(figure)) names.set(figure, address)
  return names
}

/** What the JSON of an edition's figures says that stands behind each: rows of its list of cases, from 1. */
export interface KeptFigure {
  readonly address: string
  /** Data rows of the kept cases; null of a figure of institutions. */
  readonly rows: readonly number[] | null
  /** In place of rows: of institutions, by id. */
  readonly ids: readonly string[] | null
}

/** The figures of `figuresJson` by address. */
export function keptFigures(json: object): ReadonlyMap<string, KeptFigure> {
  return new Map(
    walk(json).map(({ figure, address }) => {
      const { caseRows, caseIds } = figure
      const rows = Array.isArray(caseRows) ? caseRows.map(Number) : null
      const ids = Array.isArray(caseIds) ? caseIds.map(String) : null
      return [address, { address, rows, ids }]
    }),
  )
}

interface Opening {
  readonly caseIds?: unknown
  readonly caseRows?: unknown
  readonly code?: unknown
}

interface Walked {
  readonly figure: Opening
  readonly address: string
}

function walk(figures: object): readonly Walked[] {
  const found: Walked[] = []
  const codes = new Set<string>()
  for (const [key, value] of Object.entries(figures)) visit(value, [key], found, codes)
  return found
}

function visit(value: unknown, path: readonly string[], found: Walked[], codes: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    // Lists of ids are long, and nothing in them opens.
    if (typeof value[0] !== 'object') return
    value.forEach((item: unknown, at) => visit(item, [...path, nameIn(item) ?? String(at)], found, codes))
    return
  }
  if ('caseIds' in value || 'caseRows' in value) {
    found.push({ figure: value, address: addressOf(value, path, codes) })
    return
  }
  for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key], found, codes)
}

function addressOf({ code }: Opening, path: readonly string[], codes: Set<string>): string {
  if (typeof code !== 'string' || codes.has(code)) return path.join('.')
  codes.add(code)
  return code
}

/** What tells one of a list from the others, where it has a name. */
function nameIn(item: unknown): string | null {
  if (typeof item !== 'object' || item === null) return null
  const names = Object.entries(item).filter(([key]) => naming.has(key))
  const [, name] = names[0] ?? []
  return typeof name === 'string' ? name : null
}

const naming = new Set(['key', 'month', 'ground', 'fault', 'clock', 'outcome'])
