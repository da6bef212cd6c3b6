import { expect } from 'chai'
import { openMailer, type Mailer } from '../../../server/jobs/mailer.ts'
import { queueNotices } from '../../../server/jobs/notices.ts'
import { deliverMessages } from '../../../server/jobs/outbox-delivery.ts'
import { anInstitution, aRequest, aUser, officer } from '../../support/request-builder.ts'
import { smtpSink, type SmtpSink } from '../../support/smtp-sink.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'

describe('the delivery of messages', () => {
  let context: TempContext
  let sink: SmtpSink
  let mailer: Mailer

  beforeEach(async () => {
    sink = await smtpSink()
    context = await tempContext({
      env: {
        SMTP_URL: sink.url,
        PUBLIC_URL: 'https://vigia.ejemplo.test',
        MAIL_FROM: 'Vigía <vigia@ejemplo.test>',
      },
    })
    await context.stores.institutions.add(anInstitution())
    await context.stores.users.add(
      aUser({ id: 'officer', role: 'uip_officer', institutionId: officer.institutionId }),
    )
    await context.stores.requests.add(
      aRequest({ id: 'r1', reference: 'EJ-2026-1', title: 'Un título reservado' }),
    )
    await queueNotices(context)
    const opened = openMailer(context.config)
    if (!opened) throw new Error('There is no mailer')
    mailer = opened
  })
  afterEach(async () => {
    mailer.close()
    await sink.close()
    await context.close()
  })

  it('sends each message once, as text, with a link and without what was asked', async () => {
    expect(await deliverMessages(context, mailer)).to.include({ sent: 1, failed: 0 })
    expect(await deliverMessages(context, mailer)).to.include({ sent: 0 })
    expect(sink.letters).to.have.length(1)
    const [letter] = sink.letters
    expect(letter?.to).to.equal('officer@ejemplo.test')
    const content = decoded(letter?.content ?? '')
    expect(content).to.include('Subject: Solicitud EJ-2026-1: nueva solicitud')
    expect(content).to.include('Content-Type: text/plain')
    expect(content).to.include('https://vigia.ejemplo.test/es/solicitudes/r1')
    expect(content).to.include('artículo 41')
    expect(content).to.not.include('título reservado').and.not.include('Persona')
  })

  it('writes to each recipient in their own language', async () => {
    await context.stores.users.change('officer', 1, { language: 'en' })
    await deliverMessages(context, mailer)
    const content = decoded(sink.letters[0]?.content ?? '')
    expect(content).to.include('Request EJ-2026-1: new request').and.include('/en/solicitudes/r1')
  })

  it('tries again after a pause when the server refuses, and gives up in the end', async () => {
    sink.refuse = true
    expect(await deliverMessages(context, mailer)).to.include({ postponed: 1 })
    expect(await deliverMessages(context, mailer)).to.include({ postponed: 0, sent: 0 })
    let now = context.clock.now().getTime()
    let failed = 0
    for (let attempt = 2; attempt <= 20 && failed === 0; attempt += 1) {
      now += 7 * 3_600_000
      context.setNow(new Date(now))
      failed = (await deliverMessages(context, mailer)).failed
    }
    expect(failed).to.equal(1)
    const { items } = await context.stores.outbox.list('failed', { limit: 10, after: null })
    expect(items[0]).to.include({ lastError: 'smtp-550', attempts: 14 })
    expect(context.logged.join('')).to.not.include('officer@')
  })

  it('counts no attempt while the server is down, tells in the app, and sends when it is back', async () => {
    const down = { ...mailer, isReachable: () => Promise.resolve(false) }
    expect(await deliverMessages(context, down)).to.deep.equal({ sent: 0, kept: 0, postponed: 0, failed: 0 })
    expect(await context.stores.notifications.countUnread('officer', 10)).to.equal(1)
    expect(await deliverMessages(context, mailer)).to.include({ sent: 1 })
    expect(await context.stores.notifications.countUnread('officer', 10)).to.equal(1)
  })

  it('knows that a server which nobody listens at is down', async () => {
    await sink.close()
    expect(await mailer.isReachable()).to.equal(false)
  })

  it('sends nothing to an account that was closed meanwhile', async () => {
    await context.stores.users.change('officer', 1, { active: false })
    expect(await deliverMessages(context, mailer)).to.include({ sent: 0, failed: 1 })
    expect(sink.letters).to.have.length(0)
  })

  it('is done once by two at the same moment', async () => {
    const both = await Promise.all([deliverMessages(context, mailer), deliverMessages(context, mailer)])
    expect(both.map(({ sent }) => sent).sort()).to.deep.equal([0, 1])
    expect(sink.letters).to.have.length(1)
  })

  it('is not put off for good by a clock that was ahead', async () => {
    sink.refuse = true
    context.setNow('2026-03-14')
    await deliverMessages(context, mailer)
    sink.refuse = false
    context.setNow('2026-02-03')
    expect(await deliverMessages(context, mailer)).to.include({ sent: 1 })
  })

  it('lets no line feed begin another header', async () => {
    const subject = 'Solicitud\r\nBcc: otro@ejemplo.test\r\n\r\nOtro texto'
    await mailer.send({ id: 'x', to: 'officer@ejemplo.test', subject, text: 'Hola' })
    const head = (sink.letters[0]?.content ?? '').split('\n\n')[0] ?? ''
    expect(head.split('\n').filter(line => /^bcc:/i.test(line))).to.deep.equal([])
    expect(head).to.include('Message-ID: <x@vigia.ejemplo.test>')
  })
})

/** Headers in words (RFC 2047, one run) and the text out of quoted-printable. */
function decoded(content: string): string {
  return content
    .replace(/=\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, run => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'))
}
