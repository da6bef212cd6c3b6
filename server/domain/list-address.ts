/** Names that mean something in the address of a list of requests; whatever else stands in it is not kept. */
export const addressNames = ['vista', 'q', 'estado', 'institucion', 'desde', 'hasta', 'orden'] as const

export type AddressName = (typeof addressNames)[number]

const longest = 200

export function inAddress(given: URLSearchParams, name: AddressName): string {
  return (given.get(name) ?? '').trim().slice(0, longest)
}

/** An address with the known names alone, in one order: two that show the same list are the same text. */
export function canonicalAddress(given: URLSearchParams): string {
  const kept = new URLSearchParams()
  for (const name of addressNames) {
    const value = inAddress(given, name)
    if (value !== '') kept.set(name, value)
  }
  return kept.toString()
}
