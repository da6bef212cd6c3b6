import type { CaseFacts } from './case-facts.ts'

/** Very many cases in little room: what many have in common is there once. */
export interface CaseTable {
  add(facts: CaseFacts): void
  /** Looks at each of them: for the few that pass by twice. */
  remove(id: string): void
  /**
   * Those added and not removed, in that order. Each reads as `CaseFacts`, field by field, but most of its fields
   * lie in the table: a copy by spreading, or its JSON, would not have them.
   */
  cases(): readonly CaseFacts[]
}

export function createCaseTable(): CaseTable {
  const { write, fields } = createColumns()
  let cases: CaseFacts[] = []
  let row = 0
  return {
    add(facts) {
      write(row, facts)
      const { id, reference, breaches } = facts
      const own: Own = { row, id, reference, breaches: breaches.length === 0 ? none : breaches }
      cases.push(Object.assign(Object.create(fields), own))
      row += 1
    },
    remove(id) {
      cases = cases.filter(facts => facts.id !== id)
    },
    cases: () => cases,
  }
}

/** What a case has for itself, with its place in the table. */
interface Own extends Pick<CaseFacts, 'id' | 'reference' | 'breaches'> {
  readonly row: number
}

const none: CaseFacts['breaches'] = []

type SharedField = Exclude<keyof CaseFacts, keyof Own>

/** Days, bodies, kinds and counts of days: thousands of values for a million cases. */
const shared = [
  ...(['kind', 'institutionId', 'organisationId', 'channel', 'state', 'outcome'] as const),
  ...(['grounds', 'groundArticle', 'classificationResolution', 'costQuetzales'] as const),
  ...(['receivedOn', 'countedReceipt', 'loggedOn', 'admittedOn', 'clarifications'] as const),
  ...(['baseDue', 'dueOn', 'extension', 'firstResponseOn', 'answeredOn', 'notifiedOn'] as const),
  ...(['deliveredOn', 'withdrawnOn', 'referredOn', 'amparoOn', 'fictaDueOn', 'review'] as const),
  ...(['workingDaysToAnswer', 'calendarDaysToAnswer', 'netDaysToAnswer'] as const),
  ...(['disputed', 'evidenced', 'answerSource'] as const),
] satisfies readonly SharedField[]

const width = shared.length
const rowsInBlock = 2_048
/** Where a column has more values than two bytes tell apart, the others are named elsewhere. */
const elsewhere = 0xffff

/** One number for each shared field of each case, in blocks that never move, and for each number its value. */
function createColumns() {
  const blocks: Uint16Array[] = []
  const columns = shared.map(() => createValues())
  const large = new Map<number, number>()
  const blockOf = (row: number) => (blocks[Math.floor(row / rowsInBlock)] ??= newBlock())

  function write(row: number, facts: CaseFacts): void {
    const block = blockOf(row)
    const start = (row % rowsInBlock) * width
    for (const [at, field] of shared.entries()) {
      const number = columns[at]?.numberOf(facts[field]) ?? 0
      block[start + at] = Math.min(number, elsewhere)
      if (number >= elsewhere) large.set(row * width + at, number)
    }
  }

  const fields = {}
  for (const [at, field] of shared.entries()) {
    const values = columns[at]?.values ?? []
    Object.defineProperty(fields, field, {
      enumerable: true,
      get(this: Own) {
        const { row } = this
        const number = blocks[Math.floor(row / rowsInBlock)]?.[(row % rowsInBlock) * width + at] ?? 0
        return values[number === elsewhere ? (large.get(row * width + at) ?? number) : number]
      },
    })
  }
  return { write, fields }
}

function newBlock(): Uint16Array {
  return new Uint16Array(rowsInBlock * width)
}

/** Each value once, numbered as it came; lists and objects that say the same are the same. */
function createValues() {
  const numbers = new Map<unknown, number>()
  const values: unknown[] = []
  return {
    values,
    numberOf(value: unknown): number {
      const key = typeof value === 'object' && value !== null ? JSON.stringify(value) : value
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, values.length)
      values.push(value)
      return values.length - 1
    },
  }
}
