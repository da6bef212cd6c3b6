/** A short, stable name for a text (16 hex digits): two FNV-1a passes. Not a defence against forgery. */
export function fingerprint(text: string): string {
  return hex(fnv1a(text, 0x811c9dc5)) + hex(fnv1a(text, 0x9dc5811c))
}

function fnv1a(text: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193)
  }
  return hash >>> 0
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0')
}
