import type { ComponentChildren, VNode } from 'preact'

export interface Fact {
  readonly name: string
  readonly value: ComponentChildren
}

export function FactsList({ facts }: { facts: readonly Fact[] }): VNode {
  return (
    <dl class="facts">
      {facts.map(({ name, value }) => (
        <div class="fact" key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
