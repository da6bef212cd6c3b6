import { expect } from 'chai'
import {
  channels,
  contrast,
  labelOn,
  linear,
  palette,
  segmentFills,
  textColors,
} from '../../../client/charts/palette.ts'

type Triple = readonly [number, number, number]

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear light. */
const deficiencies: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

describe('the palette', () => {
  for (const color of textColors) {
    it(`reads ${color} on white`, () => expect(contrast(color, palette.white)).to.be.at.least(4.5))
  }

  for (const fill of segmentFills) {
    it(`reads a label on ${fill}`, () => expect(contrast(labelOn(fill), fill)).to.be.at.least(4.5))
  }

  for (const [name, matrix] of Object.entries(deficiencies)) {
    it(`keeps neighbouring segments apart under ${name}`, () => {
      for (const [one, two] of neighbours()) {
        expect(
          difference(labOf(seen(one, matrix)), labOf(seen(two, matrix))),
          `${one} ${two}`,
        ).to.be.at.least(20)
      }
    })
  }

  it('keeps neighbouring segments apart in greyscale', () => {
    for (const [one, two] of neighbours()) {
      const gap = Math.abs(labOf(linearOf(one))[0] - labOf(linearOf(two))[0])
      expect(gap, `${one} ${two}`).to.be.at.least(15)
    }
  })
})

function neighbours(): [string, string][] {
  return segmentFills.slice(1).map((fill, at) => [segmentFills[at] ?? '', fill])
}

function linearOf(color: string): Triple {
  const [red, green, blue] = channels(color)
  return [linear(red), linear(green), linear(blue)]
}

function seen(color: string, [red, green, blue]: readonly [Triple, Triple, Triple]): Triple {
  const light = linearOf(color)
  const mix = (row: Triple): number =>
    Math.min(1, Math.max(0, row[0] * light[0] + row[1] * light[1] + row[2] * light[2]))
  return [mix(red), mix(green), mix(blue)]
}

/** CIE L*a*b*, white D65. */
function labOf([red, green, blue]: Triple): Triple {
  const x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
  const y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue)
  const z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function curve(value: number): number {
  return value > 216 / 24389 ? Math.cbrt(value) : (24389 / 27 / 116) * value + 16 / 116
}

/** CIE 1976: plain distance in L*a*b*. */
function difference(one: Triple, two: Triple): number {
  return Math.hypot(one[0] - two[0], one[1] - two[1], one[2] - two[2])
}
