import { expect } from 'chai'
import { allStories } from '../stories/all.tsx'

const pages = new Map(allStories().map(({ name, html }) => [name, html]))

function filtersOf(story: string): { readonly line: string; readonly form: string } {
  const html = /<details class="filters"[\s\S]*?<\/details>/.exec(pages.get(story) ?? '')?.[0] ?? ''
  const [line = '', form = ''] = html.split('</summary>')
  return { line: (line.split('narrow-only">')[1] ?? '').replaceAll(/<[^>]+>/g, ''), form }
}

describe('the filters of a list', () => {
  it('say in their closed line what the list is filtered by', () => {
    expect(filtersOf('requests-es').line).to.equal('Filtros y orden: En trámite')
    expect(filtersOf('requests-en').line).to.equal('Filters and order: In process')
    expect(filtersOf('requests-empty-es').line).to.equal('Filtros y orden')
  })

  it('hold the order too, which a list that has its usual one does not write into its address', () => {
    const { form } = filtersOf('requests-es')
    expect(form).to.include('name="orden"').and.include('<option value selected>')
    expect(form).to.include('<option value="asc">')
    expect(form).to.not.include('type="hidden" name="orden"')
  })

  it('offer to remove them all where there are any', () => {
    expect(filtersOf('requests-es').form).to.include('href="/es/solicitudes"')
    expect(filtersOf('requests-empty-es').form).to.not.include('href="/es/solicitudes"')
  })
})
