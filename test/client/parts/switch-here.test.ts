import { expect } from 'chai'
import { allStories } from '../stories/all.tsx'

const formsOf = (html: string) => html.matchAll(/<form id="([^"]+)" class="form\b[^>]*>([\s\S]*?)<\/form>/g)
const writing = /<textarea\b|<input\b(?![^>]*one-time-code)[^>]*\stype="(?:text|email|search)"/

describe('the switch to the other language', () => {
  it('is beside each form in which people write that the header’s cannot send', () => {
    const seen: string[] = []
    const without: string[] = []
    for (const { name, html } of allStories()) {
      const carried = /<button class="header-link[^>]*form="([^"]+)"/.exec(html)?.[1]
      for (const [, id = '', fields = ''] of formsOf(html)) {
        if (id === carried || !writing.test(fields)) continue
        seen.push(`${name} ${id}`)
        const other = name.endsWith('-es') ? 'en' : 'es'
        if (!fields.includes(`formaction="/${other}/idioma?pagina=`)) without.push(`${name} ${id}`)
      }
    }
    expect(seen.length).to.be.greaterThan(3)
    expect(without).to.eql([])
  })
})
