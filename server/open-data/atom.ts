export interface AtomEntry {
  /** Never changes for the same news. */
  readonly id: string
  readonly at: Date
  readonly title: string
  readonly text: string
  readonly url: string
}

export interface AtomFeed {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly self: string
  readonly page: string
  readonly rights: string
  /** Newest first. */
  readonly entries: readonly AtomEntry[]
  /** For a feed without entries. */
  readonly madeAt: Date
}

/** News for readers. @see RFC 4287 */
export function atomFeed(feed: AtomFeed): string {
  const updated = feed.entries[0]?.at ?? feed.madeAt
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${text(feed.language)}">`,
    `<id>${text(feed.id)}</id>`,
    `<title>${text(feed.title)}</title>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${text(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${text(feed.page)}"/>`,
    `<rights>${text(feed.rights)}</rights>`,
    `<author><name>Vigía</name></author>`,
    ...feed.entries.map(entryOf),
    '</feed>\n',
  ].join('\n')
}

function entryOf({ id, at, title, text: words, url }: AtomEntry): string {
  return [
    '<entry>',
    `<id>${text(id)}</id>`,
    `<title>${text(title)}</title>`,
    `<updated>${at.toISOString()}</updated>`,
    `<link rel="alternate" type="text/html" href="${text(url)}"/>`,
    `<summary>${text(words)}</summary>`,
    '</entry>',
  ].join('\n')
}

/** Characters that XML 1.0 may not hold at all are left out. */
function text(value: string): string {
  return value
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
