import { expect } from 'chai'
import { carriedForm } from '../../../client/parts/carried-form.ts'
import { allStories } from '../stories/all.tsx'

const writing = /<textarea|type="(?:text|email|search)"(?![^>]*one-time-code)/

describe('the switch to the other language', () => {
  it('sends the form of every page with one to write in, and Enter presses the form\u2019s own button', () => {
    const faults: string[] = []
    let carried = 0
    for (const { name, html } of allStories()) {
      const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
      const form = carriedForm(main)
      const written = [...main.matchAll(/<form id="[^"]*" class="form\b[\s\S]*?<\/form>/g)].some(([text]) =>
        writing.test(text.replaceAll(/<input[^>]*one-time-code[^>]*>/g, '')),
      )
      if (!form && written) faults.push(`${name}: nothing is carried`)
      if (!form) continue
      carried += 1
      const buttons = html.match(new RegExp(`<button[^>]*\\sform="${form.id}"[^>]*>`, 'g')) ?? []
      const [first = '', second = ''] = buttons
      const isFirst = first.includes(' hidden') && !first.includes('formaction')
      if (!isFirst || !second.includes('formaction="/')) faults.push(`${name}: ${buttons.join('')}`)
      if (form.first.value && !first.includes(`value="${form.first.value}"`)) faults.push(`${name}: ${first}`)
    }
    expect(faults).to.eql([])
    expect(carried).to.be.greaterThan(60)
  })

  const cases = [
    ['no form', '<p>Nada</p>', null],
    ['a form of passwords', form('clave', '<input id="a" type="password"/>'), null],
    ['a code', form('codigo', '<input name="c" autocomplete="one-time-code" type="text"/>'), null],
    ['only buttons', form('boton', '<button type="submit">Sí</button>'), null],
    ['choices before a text', form('a', '<select name="x"></select>') + form('b', '<textarea>'), 'b'],
    ['choices alone', form('a', '<input type="radio"/>'), 'a'],
  ] as const

  for (const [title, main, id] of cases) {
    it(`${title}: ${id ?? 'a link'}`, () => {
      expect(carriedForm(main)?.id ?? null).to.equal(id)
    })
  }
})

function form(id: string, fields: string): string {
  return `<form id="${id}" class="form" method="post" action="/es/${id}">${fields}</form>`
}
