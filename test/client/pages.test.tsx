import { expect } from 'chai'
import { es } from '../../server/i18n/es.ts'
import { allStories } from './stories/all.tsx'

const keys = new Set<string>(Object.keys(es))

describe('every page, in every state and language', () => {
  for (const { name, language, html } of allStories()) {
    describe(name, () => {
      const ids = all(html, /\sid="([^"]*)"/g)

      it('is a whole document in its language', () => {
        expect(html).to.match(new RegExp(`^<!doctype html><html lang="${language}">`))
        expect(html).to.match(/<title>[^<]+ · Vigía<\/title>/)
        expect(html).to.match(/<meta name="description" content="[^"]+"/)
        expect(all(html, /<(h1)[\s>]/g)).to.have.length(1)
      })

      it('shows no raw key and no gap in a sentence', () => {
        expect(
          textOf(html)
            .split(/\s+/)
            .filter(word => keys.has(word.replace(/[:.,]$/, ''))),
        ).to.eql([])
        expect(textOf(html)).to.not.match(/undefined|\[object|NaN|Invalid Date|\{\w+\}/)
      })

      it('has nothing inline that the content policy refuses', () => {
        expect(html).to.not.match(/<style|\sstyle="|\son\w+="|javascript:/)
        expect(all(html, /<script(?![^>]*\ssrc=)([^>]*)>/g)).to.eql([])
      })

      it('ties every field to its label, hint and error', () => {
        expect(new Set(ids).size, `ids repeat: ${ids.join(' ')}`).to.equal(ids.length)
        const labels = all(html, /<label[^>]*\sfor="([^"]*)"/g)
        const controls = [...html.matchAll(/<(?:input|select|textarea)\b([^>]*)>/g)]
          .map(([, attributes]) => attributes ?? '')
          .filter(attributes => !/type="hidden"/.test(attributes))
          .map(attributes => /\sid="([^"]*)"/.exec(attributes)?.[1] ?? '')
        expect(labels).to.include.members(controls)
        const references = [
          ...all(html, /\saria-(?:describedby|labelledby)="([^"]*)"/g).flatMap(text => text.split(' ')),
          ...all(html, /\shref="#([^"]+)"/g),
        ].filter(id => !id.startsWith('acto-'))
        expect(ids).to.include.members(references)
      })

      it('sends every change with its token', () => {
        const posts = html.match(/<form[^>]*method="post"[\s\S]*?<\/form>/g) ?? []
        for (const post of posts) expect(post).to.include('name="_csrf"')
      })
    })
  }

  it('says the same error in the summary and beside the field', () => {
    const page = allStories().find(({ name }) => name === 'new-request-wrong-es')?.html ?? ''
    const words = 'Fecha en que la institución la recibió: escriba una fecha real, por ejemplo 20/11/2026'
    expect(page.split(words)).to.have.length(3)
    expect(page).to.include('<title>Hay un problema: ')
  })

  it('leads feed readers to the news from what the public reads', () => {
    const page = (wanted: string) => allStories().find(({ name }) => name === wanted)?.html ?? ''
    const link = 'type="application/atom+xml" title="Novedades en Atom" href="/es/novedades.atom"'
    expect(page('dashboard-es').split('</head>')[0]).to.include(link)
    expect(page('inbox-es').split('</head>')[0]).to.not.include('application/atom+xml')
  })

  it('explains every day of a term with its source', () => {
    const page = textOf(allStories().find(({ name }) => name === 'calculator-es')?.html ?? '')
    expect(page).to.match(/vie 25 dic No Navidad Código de Trabajo, art. 127/)
    expect(page).to.match(/jue 24 dic Día 3 Nochebuena \(medio día\)/)
  })
})

function all(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, group]) => group ?? '')
}

function textOf(html: string): string {
  return html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
}
