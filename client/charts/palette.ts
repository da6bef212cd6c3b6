/**
 * The colours of charts and reports. Fills that may touch differ from one another in lightness as well as
 * hue, so that they stay apart under each colour deficiency and in greyscale.
 */
export const palette = {
  navy: '#17375e',
  sky: '#6fa3cc',
  mist: '#dfe3e6',
  sand: '#c9a94f',
  brick: '#b5401f',
  /** Text on white. */
  ink: '#1c2733',
  muted: '#55616d',
  blueText: '#2f6da3',
  white: '#ffffff',
  /** Hairlines and grids: decoration, never the only bearer of a meaning. */
  hairline: '#cfd5da',
} as const

/** Order of neighbouring segments in a stacked bar. */
export const segmentFills = [palette.navy, palette.sky, palette.mist, palette.sand, palette.brick] as const

/** Colours used for text on white. */
export const textColors = [palette.ink, palette.muted, palette.blueText, palette.navy, palette.brick] as const

/** The colour of a label that reads on a fill. */
export function labelOn(fill: string): string {
  return relativeLuminance(fill) > 0.3 ? palette.ink : palette.white
}

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(first: string, second: string): number {
  const [light, dark] = [relativeLuminance(first), relativeLuminance(second)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** Red, green and blue from 0 to 1. */
export function channels(color: string): [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16)
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}

/** sRGB to linear light, WCAG 2.2. */
export function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

function relativeLuminance(color: string): number {
  const [red, green, blue] = channels(color)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
