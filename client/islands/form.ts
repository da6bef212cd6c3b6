import { makeComboboxes } from './combobox.ts'
import { dropWhatIsDone, keepDrafts } from './draft.ts'
import { listDrafts } from './drafts-list.ts'
import { watchOutbox } from './outbox.ts'
import { makeUploads } from './upload.ts'

/** What forms do more with scripts. Loaded by enhance.ts where a page has any of it. */
makeComboboxes()
makeUploads()
document.addEventListener('vigia:shown', makeComboboxes)
const { owner } = document.body.dataset
if (owner) void startFor(owner)

async function startFor(owner: string): Promise<void> {
  await dropWhatIsDone(owner).catch(() => undefined)
  keepDrafts(owner)
  watchOutbox(owner)
  await listDrafts(owner).catch(() => undefined)
}
