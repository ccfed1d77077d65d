// The difference between two plan texts, item by item and field by field, so that a person can read what changed (INV-29).
import type { PlanContent } from './plan.ts'

export type ItemKind = 'narrative' | 'need' | 'goal' | 'intervention' | 'service'

export interface FieldChange {
  field: string
  before: string
  after: string
}

/** One line of the difference: an item that came, went, or reads differently. */
export interface PlanChange {
  change: 'added' | 'removed' | 'changed'
  kind: ItemKind
  id: string
  title: string
  fields: FieldChange[]
}

interface Item {
  kind: ItemKind
  id: string
  title: string
  fields: Map<string, string>
}

/** Everything that reads differently from one version to the next; an empty list means the same plan. The first version is all additions. */
export function differenceOf(before: PlanContent | null, after: PlanContent): PlanChange[] {
  const old = new Map((before ? itemsOf(before) : []).map((item) => [keyOf(item), item]))
  const now = itemsOf(after)
  const current = new Set(now.map(keyOf))
  const cameOrChanged = now.flatMap((item) => compare(old.get(keyOf(item)), item))
  const gone = [...old.values()].filter((item) => !current.has(keyOf(item)))
  return [...cameOrChanged, ...gone.map(({ kind, id, title }) => ({ change: 'removed' as const, kind, id, title, fields: [] }))]
}

function compare(before: Item | undefined, after: Item): PlanChange[] {
  const { kind, id, title } = after
  if (!before) return [{ change: 'added', kind, id, title, fields: [] }]
  const names = new Set([...before.fields.keys(), ...after.fields.keys()])
  const fields = [...names]
    .map((field) => ({ field, before: before.fields.get(field) ?? '', after: after.fields.get(field) ?? '' }))
    .filter((each) => each.before !== each.after)
  return fields.length ? [{ change: 'changed', kind, id, title, fields }] : []
}

const keyOf = ({ kind, id }: Item) => `${kind}:${id}`

function itemsOf(plan: PlanContent): Item[] {
  const needs = new Map(plan.needs.map(({ id, statement }) => [id, statement]))
  const goals = new Map(plan.goals.map(({ id, clientWords }) => [id, clientWords]))
  const item = (kind: ItemKind, id: string, title: string, fields: object): Item => ({ kind, id, title, fields: inWords(fields) })
  return [
    item('narrative', 'narrative', '', plan.narrative),
    ...plan.needs.map(({ id, ...need }) => item('need', id, need.statement, need)),
    ...plan.goals.map(({ id, needs: answered, ...goal }) =>
      item('goal', id, goal.clientWords, { ...goal, needs: answered.map((need) => needs.get(need) ?? '').toSorted() })),
    ...plan.interventions.map(({ id, goalId, ...step }) => item('intervention', id, step.description, { ...step, goal: goals.get(goalId) ?? '' })),
    ...plan.services.map(({ id, goalId, ...service }) => item('service', id, service.scope, { ...service, goal: goals.get(goalId ?? '') ?? '' })),
  ]
}

const inWords = (fields: object): Map<string, string> => new Map(Object.entries(fields).map(([name, value]) => [name, asText(value)]))

function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(asText).filter(Boolean).join('; ')
  if (typeof value === 'object') return 'kind' in value && 'name' in value ? asText(value.name || value.kind) : JSON.stringify(value)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
