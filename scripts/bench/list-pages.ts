/** Pages of each list that the calls go round, at most: more than any cache of pages holds. */
const lists = [
  { query: 'view=todas', pages: 140 },
  { query: 'view=todas&order=asc', pages: 60 },
  { query: 'view=en_curso', pages: 20 },
  { query: 'view=todas&state=presentada', pages: 20 },
] as const

/**
 * The paths of different pages of the lists, one cursor after the other, as long as they are full: a page that
 * is short of its rows would be quick to make.
 */
export async function differentPages(url: string, cookie: string, rows: number): Promise<string[]> {
  const paths: string[] = []
  for (const { query, pages } of lists) {
    let cursor: string | null = null
    for (let page = 0; page < pages; page += 1) {
      const place: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const path = `/api/v1/requests?limit=${rows}&${query}${place}`
      const { items, next } = await readPage(url + path, cookie)
      if (items.length < rows) break
      paths.push(path)
      cursor = next
      if (cursor === null) break
    }
  }
  return paths
}

interface ListPage {
  readonly items: readonly object[]
  readonly next: string | null
}

async function readPage(address: string, cookie: string): Promise<ListPage> {
  const page: ListPage = await (await fetch(address, { headers: { cookie } })).json()
  return page
}
