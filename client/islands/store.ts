/** What somebody has typed into one form and not yet got through. */
export interface Draft {
  /** Owner, path and the form's own key: two tabs with the same form are two drafts. */
  readonly id: string
  /** Who typed it, as the server calls them: never a name. */
  readonly owner: string
  /** Of the form, without its language. */
  readonly path: string
  /** The page's heading, for lists. */
  readonly title: string
  /** The form's idempotency key: restored with the text, so that sending again makes nothing twice. */
  readonly key: string
  readonly fields: Values
  /** What the server had put into the same fields: only a field that it still draws so is restored. */
  readonly initial: Values
  /** A file was chosen: files are not kept here. */
  readonly hadFile: boolean
  /** Milliseconds since 1970, by this device's clock. */
  readonly savedAt: number
}

export type Values = Readonly<Record<string, readonly string[]>>

/** A form that was sent without a connection. */
export interface Parcel {
  /** That of its draft. */
  readonly id: string
  readonly owner: string
  readonly action: string
  readonly body: readonly (readonly [name: string, value: string])[]
  /** The server has said no: somebody must look at the form again. */
  readonly isRefused: boolean
}

export const saveDraft = (draft: Draft): Promise<unknown> => run('drafts', store => store.put(draft))
export const dropDraft = (id: string): Promise<unknown> => run('drafts', store => store.delete(id))
export const saveParcel = (parcel: Parcel): Promise<unknown> => run('parcels', store => store.put(parcel))
export const dropParcel = (id: string): Promise<unknown> => run('parcels', store => store.delete(id))

/** Newest first. */
export async function draftsOf(owner: string): Promise<readonly Draft[]> {
  const all = await run<Draft[]>('drafts', store => store.getAll())
  return all.filter(draft => draft.owner === owner).sort((a, b) => b.savedAt - a.savedAt)
}

export async function parcelsOf(owner: string): Promise<readonly Parcel[]> {
  const all = await run<Parcel[]>('parcels', store => store.getAll())
  return all.filter(parcel => parcel.owner === owner)
}

/**
 * Does one thing and resolves when it is on the disk, not before: only then may a page say "saved".
 * Rejects where there is no room or storage is refused.
 */
async function run<T>(name: string, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, 'readwrite', { durability: 'strict' })
    const request = act(transaction.objectStore(name))
    // At once: a page that is being left has no time for the store to see that nothing follows.
    transaction.commit?.()
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = transaction.onerror = () => reject(transaction.error)
  })
}

let opened: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('vigia', 1)
    request.onupgradeneeded = () => {
      for (const name of ['drafts', 'parcels']) request.result.createObjectStore(name, { keyPath: 'id' })
    }
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      // Signing out in another tab empties the device: it must not wait for this one.
      request.result.onversionchange = () => {
        request.result.close()
        opened = null
      }
      resolve(request.result)
    }
  })
  return opened
}
