import type { LineMark, Mark, PathMark, Scene, TextMark } from './scene.ts'

/**
 * Prints a scene as an SVG element that a screen reader announces as one picture with its title and its
 * figures in words. `id` is unique on the page. Text takes the page's own font.
 */
export function sceneToSvg(scene: Scene, { id }: { id: string }): string {
  const name = escapeMarkup(id)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${scene.width} ${scene.height}" class="chart" ` +
    `role="img" aria-labelledby="${name}-title ${name}-desc">` +
    `<title id="${name}-title">${escapeMarkup(scene.title)}</title>` +
    `<desc id="${name}-desc">${escapeMarkup(scene.desc)}</desc>` +
    `${scene.marks.map(markToSvg).join('')}</svg>`
  )
}

function markToSvg(mark: Mark): string {
  switch (mark.kind) {
    case 'rect':
      return element('rect', { ...place(mark), width: mark.width, height: mark.height, fill: mark.fill })
    case 'line':
      return lineToSvg(mark)
    case 'path':
      return pathToSvg(mark)
    case 'text':
      return textToSvg(mark)
  }
}

function lineToSvg({ x1, y1, x2, y2, stroke, strokeWidth, dash }: LineMark): string {
  const dashes = dash === undefined ? {} : { 'stroke-dasharray': dash.join(' ') }
  return element('line', { x1, y1, x2, y2, stroke, 'stroke-width': strokeWidth, ...dashes })
}

function pathToSvg({ d, fill, stroke, strokeWidth }: PathMark): string {
  const outline = stroke === null ? {} : { stroke, 'stroke-width': strokeWidth }
  return element('path', { d, fill: fill ?? 'none', ...outline })
}

function textToSvg(mark: TextMark): string {
  const bold = mark.weight === 'bold' ? { 'font-weight': 600 } : {}
  const anchor = mark.anchor === 'start' ? {} : { 'text-anchor': mark.anchor }
  const attributes = { ...place(mark), 'font-size': mark.size, fill: mark.fill, ...anchor, ...bold }
  return element('text', attributes, mark.text)
}

function place({ x, y }: { x: number; y: number }): { x: number; y: number } {
  return { x, y }
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(String(value))}"`)
  return text === ''
    ? `<${name}${list.join('')}/>`
    : `<${name}${list.join('')}>${escapeMarkup(text)}</${name}>`
}

function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
