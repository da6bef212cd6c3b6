/** PDF source text that pdfkit writes as it stands. */
export type Raw = { readonly [Symbol.toStringTag]: 'Raw'; toString(): string }

export type Ref = { readonly id: number; toString(): string; end(chunk?: string | Uint8Array): void }

/**
 * pdfkit turns plain objects into dictionaries and everything else into its own text, so an object with a
 * tag of its own passes through. The text is asked for when the object is written, not before.
 */
export function raw(source: string | (() => string)): Raw {
  return {
    [Symbol.toStringTag]: 'Raw',
    toString: () => (typeof source === 'string' ? source : source()),
  }
}

/** A PDF text string: readable where it is plain ASCII, else UTF-16BE with its mark (ISO 32000-1, 7.9.2.2). */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`
  const units = Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  )
  return `<feff${units.join('')}>`
}

/** A PDF name (ISO 32000-1, 7.3.5). */
export function nameObject(text: string): string {
  const bytes = [...new TextEncoder().encode(text)]
  const plain = (byte: number): boolean => /[A-Za-z0-9._+-]/.test(String.fromCharCode(byte))
  const escaped = (byte: number): string => `#${byte.toString(16).padStart(2, '0').toUpperCase()}`
  return `/${bytes.map(byte => (plain(byte) ? String.fromCharCode(byte) : escaped(byte))).join('')}`
}

/** `D:YYYYMMDDHHmmSSZ`, in UTC so that it is the same wherever it is written. */
export function dateString(instant: Date): string {
  return `(D:${instant.toISOString().replace(/\.\d+/, '').replace(/[-:T]/g, '')})`
}

/** A number to a thousandth of a point: finer than any printer. */
export function num(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}
