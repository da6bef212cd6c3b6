import { expect } from 'chai'
import { ConfigurationError, readConfig } from '../../server/config.ts'

describe('the settings', () => {
  it('lists every wrong one at once, and repeats no password', () => {
    const wrong = { PORT: 'abc', TIME_ZONE: 'Nada/Zona', MONGODB_URI: 'http://ana:secreto@host/x' }
    expect(() => readConfig(wrong))
      .to.throw(ConfigurationError)
      .with.property('message')
      .that.match(/^Bad configuration:\n.*PORT.*\n.*MONGODB_URI.*\n.*TIME_ZONE/)
      .and.not.include('secreto')
  })

  it('takes any time zone that the machine knows', () => {
    expect(readConfig({ TIME_ZONE: 'UTC' }).timeZone).to.equal('UTC')
  })
})
