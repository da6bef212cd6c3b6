import { createHash } from 'node:crypto'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { SentValues } from './form-body.ts'

interface Sending {
  readonly userId: string
  readonly path: string
  /** The form's own, kept through its errors. */
  readonly key: string
}

interface SentForm extends Sending {
  readonly values: SentValues
}

/**
 * Does what a form asks once, however often it is sent, and says where to go on: pressing twice, or again
 * after a cut connection, leads to what the first time made. Sent again with another text (Back, and edited) it
 * is refused, for neither would the old answer be true of that text nor may it make a second act unasked.
 * @throws AppError 'idempotency-key-in-use' while the first is still at work, 'idempotency-key-reused' for another
 * text, or what `act` throws.
 */
export async function once(context: Context, sending: SentForm, act: () => Promise<string>): Promise<string> {
  const { idempotency } = context.stores
  const id = idOf(sending)
  const start = await idempotency.begin(id, fingerprintOf(sending.values), context.clock.now())
  if (start.kind === 'done') return start.reply.body
  if (start.kind === 'other-body') throw new AppError('idempotency-key-reused')
  if (start.kind !== 'started') throw new AppError('idempotency-key-in-use')
  try {
    const location = await act()
    await idempotency.finish(id, { status: 303, body: location, headers: {} })
    return location
  } catch (error) {
    await idempotency.release(id)
    throw error
  }
}

/** What is no part of the text: the button that was pressed, the form's own marks. */
const marks = new Set(['idempotencyKey', 'step', 'from', 'borrador', 'fileName', 'fileLost'])

function fingerprintOf(values: SentValues): string {
  const text = Object.entries(values)
    .filter(([name, value]) => !marks.has(name) && value.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(text)).digest('hex')
}

/** For what a form makes: the same form, the same id. */
export function idOf({ userId, path, key }: Sending): string {
  return createHash('sha256').update([userId, path, key].join('\n')).digest('hex').slice(0, 32)
}
