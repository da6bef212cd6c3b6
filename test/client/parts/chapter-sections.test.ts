import { expect } from 'chai'
import { allStories } from '../stories/all.tsx'

const pages = new Map(allStories().map(({ name, html }) => [name, html]))
const linksIn = (name: string) =>
  [
    ...(/<ol class="contents-list">[\s\S]*?<\/ol>/.exec(pages.get(name) ?? '')?.[0] ?? '').matchAll(
      /href="([^"]+)"/g,
    ),
  ].map(([, to = '']) => to.split('/').at(-1))

describe('a chapter of a published report', () => {
  it('lists the sections that have pages of their own', () => {
    for (const language of ['es', 'en'])
      expect(linksIn(`published-method-${language}`)).to.eql(['cohorts', 'rules', 'readings', 'formulas'])
  })

  it('lists none where it has none', () => {
    expect(linksIn('published-definitions-es')).to.eql([])
    expect(linksIn('published-timeliness-es')).to.eql([])
  })
})
