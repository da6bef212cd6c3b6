import type { Context } from '../context.ts'
import type { RecordedClosure } from '../store/closure-store.ts'

export interface ListedClosure extends RecordedClosure {
  /** Histories that do not say yet what it moved, as last counted: 0 where all do, null where it was not counted. */
  readonly untold: number | null
}

/** Every acuerdo by its first day, with what is still to be written of it. */
export async function listClosures({ stores }: Pick<Context, 'stores'>): Promise<ListedClosure[]> {
  const owed = new Map((await stores.closures.owed()).map(({ closure, left }) => [closure.id, left]))
  const closures = await stores.closures.all()
  return closures.map(closure => {
    const left = owed.get(closure.id)
    return { ...closure, untold: left === undefined ? 0 : left }
  })
}
