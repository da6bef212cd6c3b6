import { expect } from 'chai'
import { checkPdf } from '../../support/pdf-checker.ts'
import { faults } from '../../support/pdf-faults.ts'
import { loadPdf, renderBytes } from '../../support/rendered.ts'
import { sampleReport } from '../../support/sample-report.ts'

describe('the PDF checker', () => {
  let sample: Buffer

  before(async () => {
    sample = await renderBytes(sampleReport())
  })

  it('finds nothing wrong with the sample', async () => {
    expect(checkPdf(await loadPdf(sample))).to.deep.equal([])
  })

  for (const [title, finding, plant] of faults) {
    it(`finds ${title}`, async () => {
      const document = await loadPdf(sample)
      plant(document)
      const saved = await loadPdf(await document.save({ useObjectStreams: false }))
      expect(checkPdf(saved).join('\n')).to.include(finding)
    })
  }
})
