export interface KeptFile {
  readonly name: string
  readonly sha256: string
}

/** In the server's own words, before a slow line is spent on it; null where nothing is wrong. */
export function wrongWith({ dataset, accept }: HTMLInputElement, { name, size }: File): string | null {
  if (size > Number(dataset.maxBytes)) return dataset.tooBig ?? ''
  const endings = accept.split(',').filter(ending => ending.startsWith('.'))
  const isKnown = endings.length === 0 || endings.some(ending => name.toLowerCase().endsWith(ending))
  return isKnown ? null : (dataset.wrongKind ?? '')
}

export function keptIn(text: string): KeptFile | null {
  const value: unknown = parsed(text)
  if (typeof value !== 'object' || value === null || !('name' in value) || !('sha256' in value)) return null
  return { name: String(value.name), sha256: String(value.sha256) }
}

/** Why the server will not have it; null where trying again may help. */
export function messageIn({ status, responseText }: XMLHttpRequest): string | null {
  if (status !== 422) return null
  const value: unknown = parsed(responseText)
  return typeof value === 'object' && value !== null && 'message' in value ? String(value.message) : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
