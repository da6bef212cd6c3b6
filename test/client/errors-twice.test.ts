import { expect } from 'chai'
import { allStories } from './stories/all.tsx'

const wrong = allStories().filter(({ html }) => html.includes('class="errors"'))

describe('what is wrong with a form', () => {
  it('is shown in many a story', () => {
    expect(wrong.length).to.be.greaterThan(10)
  })

  for (const { name, html } of wrong) {
    it(`is said twice in the same words: ${name}`, () => {
      const summary = /<section class="errors"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
      const links = [...summary.matchAll(/<a href="#f-([^"]+)">([^<]*)<\/a>/g)]
      expect(links).to.not.be.empty
      for (const [, field, words] of links) {
        const beside = new RegExp(`id="e-${field}">([^<]*)<`).exec(html)?.[1]
        expect(beside, `beside ${field}`).to.equal(words)
        expect(html, `the field ${field}`).to.include(`id="f-${field}"`)
      }
      expect(html).to.match(/<title>(Hay un problema|There is a problem): /)
    })
  }
})
