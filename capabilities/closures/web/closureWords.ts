// What dispositions, ends of goals and views are called on screen.
import { t } from '@lingui/core/macro'
import { closureWords } from '../../cases/web/caseWords.ts'
import { closureReasons, type ClosureGroup } from '../../cases/closing.ts'
import type { Disposition } from '../closure.ts'

export const dispositionWords = (disposition: Disposition): string => ({
  'home-on-their-own': t`At home, on their own`, 'home-with-services': t`At home, with services`, 'another-program': t`In another program`, 'another-agency': t`With another agency`,
  facility: t`In a facility`, 'moved-away': t`Moved away`, 'not-known': t`Not known`, deceased: t`Died`, 'entered-in-error': t`The case was opened in error`,
})[disposition]

export const attainmentWords = (attainment: string | null): string =>
  attainment === 'achieved' ? t`Reached` : attainment === 'partly-achieved' ? t`Partly reached` : attainment === 'not-achieved' ? t`Not reached` : attainment === 'cancelled' ? t`Set aside` : t`Not said yet`

export const viewWords = (view: string | null): string => (view === 'agrees' ? t`Agrees` : view === 'disagrees' ? t`Does not agree` : t`Not known`)

const groupWords = (group: ClosureGroup): string => ({
  positive: t`The work is done`, clientDirected: t`The client decided`, coverage: t`Coverage`, agencyDirected: t`The agency decides (a supervisor looks at it)`, other: t`Other`,
})[group]

const isGroup = (name: string): name is ClosureGroup => name in closureReasons

/** Reasons for a grouped choice, in the order of practice-model 3.4. */
export const reasonChoices = () =>
  Object.keys(closureReasons).filter(isGroup).map((group) => ({ group: groupWords(group), items: closureReasons[group].map((reason) => ({ value: reason, label: closureWords(reason) })) }))
