import { expect } from 'chai'
import { checkPdf } from '../../support/pdf-checker.ts'
import { checkBytes } from '../../support/pdf-checker-file.ts'
import { faults } from '../../support/pdf-faults.ts'
import { moreFaults } from '../../support/pdf-more-faults.ts'
import { otherFaults } from '../../support/pdf-other-faults.ts'
import { loadPdf, renderBytes } from '../../support/rendered.ts'
import { sampleReport } from '../../support/sample-report.ts'

const all = [...faults, ...moreFaults, ...otherFaults]

describe('the PDF checker', () => {
  let sample: Buffer

  before(async () => {
    sample = await renderBytes(sampleReport())
  })

  it('finds nothing wrong with the sample', async () => {
    expect(checkPdf(await loadPdf(sample))).to.deep.equal([])
    expect(checkBytes(sample)).to.deep.equal([])
  })

  const broken: readonly [string, string, (bytes: Buffer) => Buffer][] = [
    ['no line of high bytes', 'header', bytes => Buffer.concat([bytes.subarray(0, 9), bytes.subarray(15)])],
    ['something before the header', 'header', bytes => Buffer.concat([Buffer.from(' '), bytes])],
    ['something after the end', 'end:', bytes => Buffer.concat([bytes, Buffer.from('hola')])],
  ]
  for (const [title, finding, breakIt] of broken) {
    it(`finds ${title}`, () => expect(checkBytes(breakIt(sample)).join()).to.include(finding))
  }

  it('is tried on no fewer than thirty faults, no two of one name', () => {
    const titles = all.map(([title]) => title)
    expect(titles.length).to.be.at.least(115)
    expect(new Set(titles).size).to.equal(titles.length)
  })

  for (const [title, finding, plant] of all) {
    it(`finds ${title}`, async () => {
      const document = await loadPdf(sample)
      plant(document)
      const saved = await loadPdf(await document.save({ useObjectStreams: false }))
      expect(checkPdf(saved).join('\n')).to.include(finding)
    })
  }
})
