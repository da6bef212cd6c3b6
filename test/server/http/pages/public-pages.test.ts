import { expect } from 'chai'
import { parse } from 'csv-parse/sync'
import { anAct, aRequest, officer } from '../../../support/request-builder.ts'
import { addSides, sides, testServer, type TestServer } from '../../../support/test-server.ts'
import { visitor } from './pages-server.ts'

const secretTitle = 'Título que nadie publicó'

/** Words as they are read: without markup, entities and doubled blanks. */
function wordsOf(html: string): string {
  return html
    .replace(/<head[\s\S]*?<\/head>/, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
}

describe('the public pages', () => {
  let server: TestServer

  before(async () => {
    server = await testServer({ now: '2026-03-20' })
    await addSides(server)
    const resolved = anAct('resolved', '2026-02-10', {
      ...{ outcome: 'negativa_reserva' as const, reasoning: 'Secreto', grounds: ['reservada' as const] },
      ...{ article: '23', classificationResolution: null, costQuetzales: 0 },
    })
    const published = Array.from({ length: 12 }, (_, at) =>
      aRequest({
        id: `publica-${at}`,
        published: true,
        title: `Contratos publicados ${at}`,
        received: '2026-02-02',
        then: at < 9 ? [{ acts: [resolved], actor: officer }] : [],
      }),
    )
    const hidden = Array.from({ length: 5 }, (_, at) =>
      aRequest({ id: `callada-${at}`, published: false, title: secretTitle, received: '2026-02-03' }),
    )
    await server.context.stores.requests.addMany([...published, ...hidden])
  })
  after(() => server.close())

  const page = async (path: string, status = 200) => {
    const reply = await server.anonymous.get(path)
    expect(reply.status, path).to.equal(status)
    return wordsOf(reply.text)
  }
  const ofInstitution = `/es/instituciones/${sides.institution}`

  it('open in both languages to anyone', async () => {
    for (const language of ['es', 'en'])
      for (const path of [
        '',
        '/tablero',
        '/instituciones',
        '/datos',
        '/plazos',
        '/ayuda',
        '/accesibilidad',
        '/privacidad',
        '/solicitudes',
      ])
        expect(await page(`/${language}${path}`), path).to.match(/\w/)
    expect(await page(ofInstitution)).to.include(`Institución ${sides.institution}`)
  })

  it('tell each figure with n, interval, period and day, and of nothing unpublished', async () => {
    const words = await page('/es/tablero')
    expect(words).to.include('Solicitudes recibidas 12')
    expect(words).to.match(
      /Respondidas en plazo 75% de las que ya debían responderse n = 12 · intervalo del 95%: 46\.8% a 91\.1% · pocos casos/,
    )
    expect(words).to.include('01 abr 2025 a 31 mar 2026. Datos al 20 mar 2026.')
    expect(words).to.include('cada 10 minutos a más tardar')
    for (const path of [
      '/es',
      '/es/tablero',
      '/es/instituciones',
      ofInstitution,
      '/es/solicitudes',
      '/es/datos',
      '/es/novedades.atom',
    ])
      expect((await server.anonymous.get(path)).text, path).to.not.match(/callada|nadie publicó|Secreto/)
  })

  it('count in the tabs of the list only what is published, and find nothing else', async () => {
    const words = await page('/es/solicitudes')
    expect(words).to.match(/Todas 12 Vencidas 12 /)
    const regulator = await visitor(server, 'regulator')
    expect(wordsOf((await regulator.get('/es/solicitudes')).text)).to.match(/Todas 17 Vencidas 17 /)
    expect(await page('/es/solicitudes?q=nadie')).to.include('Ninguna solicitud')
    expect(await page('/es/solicitudes?q=contratos')).to.include('Contratos publicados')
  })

  it('name nobody best or worst: below ten cases there are counts alone', async () => {
    const chart = '/es/tablero/en-plazo'
    const rows: string[][] = parse((await server.anonymous.get(`${chart}.csv`).expect(200)).text, {
      bom: true,
    })
    expect(rows[1]?.slice(1, 4)).to.eql(['12', '9', '0.75'])
    const few = '?desde=2026-02-01&hasta=2026-02-10'
    expect(await page(`/es/tablero${few}`)).to.include('Respondidas en plazo sin datos')
    expect(await page(`${ofInstitution}`)).to.match(/2026 12 12 75% 0 3 –/)
  })

  it('keep period, sector and institution in the address, and say what is wrong with them', async () => {
    const mine = `institucion=${sides.institution}`
    expect(await page(`/es/tablero?desde=01/01/2026&hasta=31/03/2026&${mine}`)).to.include(
      'Del 1 de enero de 2026 al 31 de marzo de 2026. Datos al 20 de marzo de 2026. De Institución',
    )
    expect(await page(`/es/tablero?institucion=${sides.otherInstitution}`)).to.include('Sin datos')
    expect(await page('/es/tablero?sector=ministerio')).to.include('De ministerios.')
    expect(await page('/es/tablero?desde=31/02/2026', 422)).to.include('Desde: escriba una fecha real')
    expect(await page('/es/tablero?desde=01/02/2026&hasta=01/01/2026', 422)).to.include(
      'anterior al primer día',
    )
    expect(await page('/es/tablero?hasta=01/01/3000', 422)).to.include('2009 a 2060')
  })

  it('give each chart as CSV and, where there is enough to draw, as SVG', async () => {
    for (const id of ['meses', 'en-plazo', 'resultados', 'dias']) {
      const csv = await server.anonymous.get(`/es/tablero/${id}.csv`).expect(200)
      expect(csv.get('Content-Type')).to.equal('text/csv; charset=utf-8')
      expect(parse(csv.text, { bom: true }).length, id).to.be.greaterThan(1)
    }
    const svg = await server.anonymous.get('/es/tablero/meses.svg').buffer(true).expect(200)
    expect(svg.get('Content-Disposition')).to.include('meses_2025-04-01_2026-03-31.svg')
    expect(String(svg.body)).to.match(/^<svg [^>]*viewBox/)
    const funnel = await server.anonymous.get('/es/tablero/embudo.csv').expect(200)
    expect(funnel.text).to.match(/^\ufeffInstitución,Vencían,/)
    await server.anonymous.get('/es/tablero/resultados.svg?desde=2026-03-01').expect(404)
    await server.anonymous.get('/es/tablero/nada.csv').expect(404)
    await server.anonymous.get('/es/tablero/meses.csv?desde=ayer').expect(404)
  })

  it('show how an institution is reached and answers, and 404 for none', async () => {
    const { institutions } = server.context.stores
    await institutions.change(sides.institution, 1, {
      contact: { address: '6a avenida 1-11', phone: '2000 0000', email: 'uip@ejemplo.test', website: null },
    })
    const words = await page(ofInstitution)
    expect(words).to.include('6a avenida 1-11').and.include('uip@ejemplo.test')
    expect(words).to.match(
      /Motivos citados en las 9 respuestas que no entregaron todo\..*Información reservada 9 de 9/,
    )
    expect(words).to.include('Contratos publicados')
    expect(words).to.not.include('Editar esta ficha')
    await page('/es/instituciones/no-existe', 404)
  })

  it('find institutions by words, acronym and sector', async () => {
    expect(await page('/es/instituciones?q=energia minas')).to.match(
      /1 institución .*Ministerio de Energía y Minas/,
    )
    expect(await page('/es/instituciones?q=mem')).to.include('Ministerio de Energía y Minas')
    expect(await page('/es/instituciones?sector=ministerio')).to.include('14 instituciones')
    expect(await page('/es/instituciones?q=xyzxyz')).to.include('Ninguna institución cumple')
  })

  it('give the due day as a calendar entry that is the same each time', async () => {
    const query = '?receivedOn=02/02/2026&receivedTime=16:45&corte=16:30&kind=access'
    expect(await page(`/es/plazos${query}`))
      .to.include('martes 17 de febrero de 2026')
      .and.include('Se tiene por recibida')
    expect(await page('/es/plazos?receivedOn=02/02/2026&receivedTime=16:45')).to.include(
      'lunes 16 de febrero',
    )
    const file = () => server.anonymous.get(`/es/plazos/vence.ics${query}`).buffer(true).expect(200)
    const [first, second] = [await file(), await file()]
    expect(first.get('Content-Type')).to.equal('text/calendar; charset=utf-8')
    expect(first.text).to.include('DTSTART;VALUE=DATE:20260217\r\n').and.to.equal(second.text)
    expect(await page('/es/plazos?receivedOn=02/02/2026&corte=tarde', 422)).to.include(
      'escriba una hora del día',
    )
    expect(await page('/es/plazos?receivedOn=01/01/2099', 422)).to.include('Hay un problema')
    await server.anonymous.get('/es/plazos/vence.ics?receivedOn=nunca').expect(404)
  })

  it('tell the news by code and never by title', async () => {
    const feed = (await server.anonymous.get('/es/novedades.atom').buffer(true).expect(200)).text
    expect(feed).to.match(/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns/)
    expect(feed.match(/<entry>/g)).to.have.length(15)
    expect(feed).to.include('EJ-publica-0: Negativa por reserva').and.include('No se respondió a tiempo')
    expect(feed).to.not.include('Contratos')
  })

  it('may be kept for a minute by anyone who is not signed in, and by nobody who is', async () => {
    const first = await server.anonymous.get('/es/ayuda').expect(200)
    expect(first.get('Cache-Control')).to.equal('public, max-age=60')
    expect(first.get('Vary')).to.match(/Cookie/)
    await server.anonymous
      .get('/es/ayuda')
      .set('If-None-Match', first.get('ETag') ?? '')
      .expect(304)
    for (const path of ['/es', '/es/tablero', '/es/solicitudes', '/es/solicitudes/publica-1', '/es/plazos'])
      expect((await server.anonymous.get(path)).get('Cache-Control'), path).to.equal('public, max-age=60')
    const member = await visitor(server, 'organisation_member')
    for (const path of ['/es/tablero', '/es/solicitudes', '/es/tablero/meses.csv', ofInstitution]) {
      const mine = await member.get(path)
      expect([mine.get('Cache-Control'), mine.get('ETag')], path).to.eql(['private, no-store', undefined])
    }
    expect((await server.anonymous.get('/es/tablero?desde=x')).get('Cache-Control')).to.equal(
      'private, no-store',
    )
  })

  it('offer editing only to those who keep the register', async () => {
    const coordinator = await visitor(server, 'coordinator')
    expect((await coordinator.get(ofInstitution)).text).to.include(`${ofInstitution}/editar`)
    const member = await visitor(server, 'organisation_member')
    expect((await member.get(ofInstitution)).text).to.not.include('/editar')
  })
})
