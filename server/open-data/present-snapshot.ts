import type { Snapshot, SnapshotFile } from '../store/snapshot-store.ts'

export interface SnapshotView extends Omit<Snapshot, 'files'> {
  readonly files: readonly (SnapshotFile & { readonly address: string })[]
}

/** With the address of each file. */
export function presentSnapshot({ files, ...snapshot }: Snapshot): SnapshotView {
  const base = `/api/v1/open-data/snapshots/${snapshot.month}`
  return { ...snapshot, files: files.map(file => ({ ...file, address: `${base}/${file.name}.csv` })) }
}
