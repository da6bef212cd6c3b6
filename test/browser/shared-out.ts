/** Does a list of work in so many lanes at a time, and gives what all of them found, in no order. */
export async function sharedOut<Item, Found>(
  items: readonly Item[],
  lanes: number,
  work: (mine: readonly Item[]) => Promise<readonly Found[]>,
): Promise<Found[]> {
  const parts = Array.from({ length: lanes }, (_, lane) => items.filter((_item, at) => at % lanes === lane))
  return (await Promise.all(parts.map(work))).flat()
}
