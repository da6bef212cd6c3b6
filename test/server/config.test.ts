import { expect } from 'chai'
import { ConfigurationError, readConfig } from '../../server/config.ts'

describe('the settings', () => {
  it('lists every wrong one at once, and repeats no password', () => {
    const wrong = { PORT: 'abc', TIME_ZONE: 'Nada/Zona', MONGODB_URI: 'http://ana:secreto@host/x' }
    expect(() => readConfig(wrong))
      .to.throw(ConfigurationError)
      .with.property('message')
      .that.match(
        /^Configuración incorrecta \/ Bad configuration:\n- PORT: ponga .*\n {2}PORT: set .*\n- MONGODB_URI: .*\n.*\n- TIME_ZONE: /,
      )
      .and.not.include('secreto')
  })

  it('take the address of a replica set, with its hosts', () => {
    const uri = 'mongodb://a:b@mongo1:27017,mongo2:27017/vigia?replicaSet=vigia'
    expect(readConfig({ MONGODB_URI: uri }).database.uri).to.equal(uri)
  })

  it('names the reading of the law that is not known', () => {
    expect(() => readConfig({ COUNTING_POLICY: 'clarification=nunca' })).to.throw(
      /clarification=nunca.*README/,
    )
  })

  const wrong = {
    ...{
      NODE_ENV: 'x',
      PORT: 'x',
      PUBLIC_URL: 'x',
      MONGODB_URI: 'x',
      DATA_DIR: '',
      TIME_ZONE: 'x',
      HOST: '',
    },
    ...{
      COUNTING_POLICY: 'x',
      SCAN_CRON: 'x',
      TRUSTED_PROXIES: 'x',
      SESSION_IDLE_MINUTES: 'x',
      MAIL_FROM: '',
    },
    ...{ SESSION_HOURS: 'x', MAX_UPLOAD_MB: 'x', SMTP_URL: 'x', LOG_LEVEL: 'x', OFFLINE_FORMS: 'x' },
    ...{ DEFAULT_LANGUAGE: 'x', DRAFT_DAYS: 'x', SECRET_KEY: 'x', SLOW_QUERY_MS: '-1' },
  }

  for (const [name, value] of Object.entries(wrong))
    it(`says in both languages what ${name} may be`, () => {
      expect(() => readConfig({ [name]: value }))
        .to.throw(ConfigurationError)
        .with.property('message')
        .that.match(new RegExp(`\\n- ${name}.*: ponga .*\\n  ${name}.*: set it to `))
    })

  it('takes any time zone that the machine knows', () => {
    expect(readConfig({ TIME_ZONE: 'UTC' }).timeZone).to.equal('UTC')
  })
})
