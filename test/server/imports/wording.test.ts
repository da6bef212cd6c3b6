import { expect } from 'chai'
import { importsEn } from '../../../server/i18n/imports.en.ts'
import { importsEs } from '../../../server/i18n/imports.es.ts'
import { translator } from '../../../server/i18n/translate.ts'
import { refusalSentence } from '../../../server/imports/wording.ts'

describe('the words of an import', () => {
  it('name options of the command line at the command line alone', () => {
    const named = [importsEs, importsEn].flatMap(messages =>
      Object.entries(messages).filter(
        ([key, text]) => text.includes('--') && !key.startsWith('import.command.'),
      ),
    )
    expect(named).to.eql([])
  })

  it('tell a page and the command line each what can be done there', () => {
    const refused = { ok: false, refusal: 'no-received-column', value: 'a, b' } as const
    const t = translator('es')
    expect(refusalSentence(refused, t)).to.include('Indique cuál lo es')
    expect(refusalSentence(refused, t, 'command')).to.include('--received-column')
  })
})
