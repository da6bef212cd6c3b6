import { createHash } from 'node:crypto'
import { brotliCompressSync } from 'node:zlib'
import { expect } from 'chai'
import { anAct, aRequest, officer } from '../../../support/request-builder.ts'
import { addSides, testServer, type SignedIn, type TestServer } from '../../../support/test-server.ts'

const api = '/api/v1/editions'
const period = { from: '2026-01-01', to: '2026-03-31' }
const changes = [{ what: 'T3 pasa de 3 a 2', why: 'Una entrega se registró tarde.' }]

interface Made {
  readonly id: string
  readonly code: string
  readonly files: readonly { readonly kind: string; readonly sha256: string }[]
}

describe('the published report as pages', function () {
  this.timeout(120_000)
  let server: TestServer
  let first: Made
  let second: Made

  before(async () => {
    server = await testServer({ now: '2026-04-06' })
    await addSides(server)
    const resolved = (on: string) =>
      anAct('resolved', on, {
        ...{ outcome: 'entrega_total' as const, reasoning: 'Se entrega', grounds: [], article: null },
        ...{ classificationResolution: null, costQuetzales: 0 },
      })
    const requests = Array.from({ length: 24 }, (_, at) =>
      aRequest({
        id: `caso-${at}`,
        received: at < 12 ? '2026-01-12' : '2026-02-03',
        then:
          at % 3 === 0
            ? []
            : [{ acts: [resolved(at % 3 === 1 ? '2026-02-10' : '2026-03-10')], actor: officer }],
      }),
    )
    await server.context.stores.requests.addMany(requests)
    first = await published(period, [], ['2026-04-06', '2026-04-20'])
  })
  after(() => server.close())

  async function published(
    input: object,
    said: readonly object[],
    [made, printed]: readonly [string, string],
  ) {
    const draft = await prepared(await on(made), input)
    const answer = await (
      await on(printed)
    )
      .send('post', `${api}/${draft}/publication`)
      .set('If-Match', '"2"')
      .send({ changes: said })
      .expect(200)
    const edition: Made = answer.body
    return edition
  }

  async function prepared(coordinator: SignedIn, input: object): Promise<string> {
    const { body } = await coordinator.send('post', api).send(input).expect(201)
    await coordinator
      .send('post', `${api}/${body.id}/opening`)
      .set('If-Match', '"1"')
      .send({ days: 5 })
      .expect(200)
    return body.id
  }

  async function on(day: string): Promise<SignedIn> {
    server.setNow(day)
    return server.signIn('coordinator')
  }

  const page = async (path: string, status = 200) => {
    const reply = await server.anonymous.get(path)
    expect(reply.status, path).to.equal(status)
    return reply.text
  }

  const chaptersIn = (html: string) =>
    [...new Set(all(html, /href="(\/(?:es|en)\/informes\/A4-[\d-]+\/[\w-]+)(?:#[^"]*)?"/g))].filter(
      path => !/resumen|casos/.test(path),
    )

  it('are open to anyone, in both languages, whole by chapters, and kept by caches', async () => {
    for (const language of ['es', 'en']) {
      const home = `/${language}/informes/${first.code}`
      const html = await page(home)
      const chapters = chaptersIn(html)
      const { sha256 } = first.files.find(({ kind }) => kind === `pdf_${language}`) ?? { sha256: 'none' }
      expect(html.indexOf(`/archivos/${sha256}`)).to.be.within(1, html.indexOf(chapters[0] ?? 'none'))
      expect(chapters.length).to.be.greaterThan(15)
      for (const path of [...chapters, `${home}/resumen`]) {
        const reply = await server.anonymous.get(path)
        expect(reply.status, path).to.equal(200)
        expect(reply.headers['cache-control'], path).to.equal('public, max-age=60')
        expect(all(reply.text, /<(h1)[\s>]/g), path).to.have.length(1)
        expect(reply.text, path).not.to.match(/<style|\sstyle="|undefined|NaN/)
        expect(brotliCompressSync(reply.text).length, path).to.be.lessThan(19_000)
      }
    }
  })

  it('say what the PDF says: every number of the figures that it prints, and links that lead to headings', async () => {
    const home = `/es/informes/${first.code}`
    const html = await page(home)
    expect(html).to.include('24')
    const links = all(html, /href="(\/es\/informes\/A4-[^"]*#[^"]+)"/g)
    expect(links.length).to.be.greaterThan(0)
    for (const link of links) {
      const [path = '', id = ''] = link.split('#')
      expect(await page(path), link).to.include(`id="${id}"`)
    }
  })

  it('open behind every number as many cases as it says', async () => {
    const home = `/es/informes/${first.code}`
    const pages = await Promise.all(
      [home, `${home}/resumen`, ...chaptersIn(await page(home))].map(path => page(path)),
    )
    const numbers = pages.flatMap(html =>
      [...html.matchAll(/<a class="opens" href="([^"]+)">([\d,]+)<\/a>/g)].map(
        ([, path = '', text = '']) => ({
          path: path.replaceAll('&amp;', '&'),
          count: Number(text.replaceAll(',', '')),
        }),
      ),
    )
    expect(numbers.length).to.be.greaterThan(60)
    for (const { path, count } of numbers) {
      const list = await page(path)
      expect(
        all(list, /<tbody[\s\S]*?<\/tbody>/g)
          .join('')
          .split('<tr').length - 1,
        path,
      ).to.equal(count)
      const csv = await page(path.replace('/casos?', '/casos.csv?'))
      expect(csv.trim().split('\r\n').length - 1, path).to.equal(count)
    }
  })

  it('know no figure that is not printed, and no chapter that is not there', async () => {
    const home = `/es/informes/${first.code}`
    for (const path of [
      '/casos?cifra=',
      '/casos?cifra=nada',
      '/casos?cifra=T1&cifra=__proto__',
      '/nada',
      '/casos.csv?cifra=nada',
    ])
      await page(home + path, 404)
    await page('/es/informes/A4-2026-99', 404)
    await page('/es/informes/A4-2026-99/casos?cifra=T1', 404)
  })

  it('show the cases from the one that is asked for, or from the first', async () => {
    const list = `/es/informes/${first.code}/casos?cifra=V1`
    expect(await page(`${list}&desde=20`)).to.include('Se muestran del 20 al 24')
    expect(await page(`${list}&desde=-1`)).to.include('24 casos')
  })

  it('show fifty cases of a long list at a time, each once', async () => {
    // Four times the same figure: 96 lines.
    const list = `/es/informes/${first.code}/casos?${'cifra=V1&'.repeat(4).slice(0, -1)}`
    const start = await page(list)
    expect(rowsIn(start)).to.have.length(50)
    const [next = ''] = all(start, /href="([^"]+desde=\d+)"/g)
    const rest = await page(next.replaceAll('&amp;', '&'))
    expect(rest).to.include('Se muestran del 51 al 96')
    expect(rowsIn(rest)).to.have.length(46)
    expect(rest).not.to.include('desde=101')
  })

  it('lead from the list of codes to every case, searched and as a file', async () => {
    const home = `/es/informes/${first.code}`
    expect(await page(`${home}/cases`)).to.include(`href="${home}/casos"`)
    const list = await page(`${home}/casos`)
    expect(rowsIn(list)).to.have.length(24)
    expect(list)
      .to.include('Casos del informe')
      .and.include('24 casos')
      .and.include(`href="${home}/casos.csv"`)
    expect((await page(`${home}/casos.csv`)).trim().split('\r\n')).to.have.length(25)
    const [reference = ''] = rowsIn(list)
    expect(rowsIn(await page(`${home}/casos?q=${reference}`))).to.eql([reference])
  })

  it('find cases by number, institution or situation, and say so', async () => {
    const list = `/es/informes/${first.code}/casos?${'cifra=V1&'.repeat(4).slice(0, -1)}`
    const [reference = ''] = rowsIn(await page(list))
    const found = await page(`${list}&q=${reference.toLowerCase()}`)
    expect(rowsIn(found)).to.eql(Array(4).fill(reference))
    expect(found)
      .to.include(`4 de ellos con «${reference.toLowerCase()}»`)
      .and.include('96 casos')
      .and.include(`value="${reference.toLowerCase()}"`)
    const none = await page(`${list}&q=<b>zzz</b>`)
    expect(rowsIn(none)).to.eql([])
    expect(none).to.include('Ninguno con «&lt;b>zzz&lt;/b>»')
    expect(rowsIn(await page(`${list}&q=%20*%20`))).to.have.length(50)
    expect(rowsIn(await page(`${list}&q=a&q=b`))).to.have.length(50)
  })

  it('are seen by nobody while the edition is a draft or in reply', async () => {
    const coordinator = await on('2026-04-21')
    const draft = (await coordinator.send('post', api).send(period).expect(201)).body
    const inReply = await prepared(coordinator, period)
    const { code } = (await coordinator.get(`${api}/${inReply}`)).body
    for (const path of [draft.code, code].flatMap(each => [
      each,
      `${each}/resumen`,
      `${each}/casos?cifra=T1`,
    ])) {
      await page(`/es/informes/${path}`, 404)
      await coordinator.get(`/es/informes/${path}`).expect(404)
    }
    expect(await page('/es/informes')).not.to.include(code)
  })

  it('say from paper whether the edition stands, and lead to the one that supersedes it', async () => {
    const file = (kind: string) => first.files.find(each => each.kind === kind)?.sha256 ?? ''
    const digest = createHash('sha256').update(file('cases')).update(file('figures')).digest('hex')
    const seal = `/es/informe/verificar?edicion=${first.code}&datos=${digest}`
    expect(await page(`/es/informes/${first.code}/seal`)).to.include(digest)
    expect(await page(seal)).to.include('está vigente')
    expect(await page(`${seal.slice(0, -1)}x`)).to.include('No se conoce')
    expect(await page(`/es/informe/verificar?edicion=A4-2026-99&datos=${digest}`)).to.include('No se conoce')
    second = await published({ ...period, supersedes: first.id }, changes, ['2026-05-04', '2026-05-18'])
    expect(await page(seal))
      .to.include(`/es/informes/${second.code}`)
      .and.include('fue sustituida')
    for (const path of ['', '/resumen', '/method', '/casos?cifra=T1'])
      expect(await page(`/es/informes/${first.code}${path}`), path).to.include(
        `Leer la edición ${second.code}`,
      )
    expect(await page(`/es/informes/${second.code}`)).to.include(`/es/informes/${first.code}`)
  })

  it('have a summary of one page as a file, and are led to from the list and the first page', async () => {
    const files = first.files.map(({ kind }) => kind)
    expect(files).to.include.members(['summary_es', 'summary_en'])
    expect(await page('/es/informes')).to.include(`/es/informes/${first.code}`)
    expect(await page('/es')).to.include(`/es/informes/${second.code}`)
    const latest = await server.anonymous.get('/en/informes/ultimo').expect(302)
    expect(latest.headers.location).to.equal(`/en/informes/${second.code}`)
    expect(await page('/es/tablero')).to.include('/es/informes/ultimo')
  })
})

function rowsIn(html: string): string[] {
  return all(html, /<th scope="row"[^>]*>([^<]*)</g)
}

function all(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([whole, group]) => group ?? whole)
}
