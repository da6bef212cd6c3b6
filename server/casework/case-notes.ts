import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { unitCasework } from './unit-request.ts'

/** What a colleague saved in the same moment is kept: the note is put beside it. */
const tries = 4

/**
 * Adds a note that only the unit sees. The same id adds it once.
 * @throws AppError 'forbidden', 'not-found', 'stale'
 */
export async function addCaseNote(
  context: Pick<Context, 'stores' | 'clock'>,
  actor: Actor,
  { requestId, id, text }: { readonly requestId: string; readonly id: string; readonly text: string },
): Promise<void> {
  await changingNotes(context, actor, requestId, notes => {
    if (notes.some(note => note.id === id)) return null
    const note = { id, text, authorId: actor.userId, createdAt: context.clock.now(), withdrawnAt: null }
    return [...notes, note]
  })
}

/**
 * Takes one's own note back: its words are gone, that there was one stays.
 * @throws AppError 'forbidden' (somebody else's), 'not-found', 'stale'
 */
export async function withdrawCaseNote(
  context: Pick<Context, 'stores' | 'clock'>,
  actor: Actor,
  { requestId, noteId }: { readonly requestId: string; readonly noteId: string },
): Promise<void> {
  await changingNotes(context, actor, requestId, notes => {
    const note = notes.find(({ id }) => id === noteId)
    if (!note) throw new AppError('not-found')
    if (note.authorId !== actor.userId) throw new AppError('forbidden')
    if (note.withdrawnAt !== null) return null
    const gone = { ...note, text: '', withdrawnAt: context.clock.now() }
    return notes.map(each => (each.id === noteId ? gone : each))
  })
}

type Notes = Awaited<ReturnType<typeof unitCasework>>['notes']

/** `change` returns the notes as they should be, or null where nothing is to be done. */
async function changingNotes(
  context: Pick<Context, 'stores'>,
  actor: Actor,
  requestId: string,
  change: (notes: Notes) => Notes | null,
): Promise<void> {
  for (let left = tries; ; left -= 1) {
    const work = await unitCasework(context, actor, requestId)
    const notes = change(work.notes)
    if (notes === null) return
    try {
      await context.stores.casework.change(work, { notes })
      return
    } catch (error) {
      if (left <= 1 || !(error instanceof AppError) || error.code !== 'stale') throw error
    }
  }
}
