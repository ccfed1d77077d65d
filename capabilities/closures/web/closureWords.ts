// What dispositions, ends of goals and the client's view are called on screen.
import { t } from '@lingui/core/macro'
import type { Disposition } from '../closure.ts'

export const dispositionWords = (disposition: Disposition): string => ({
  'home-on-their-own': t`At home, on their own`, 'home-with-services': t`At home, with services`, 'another-program': t`In another program`, 'another-agency': t`With another agency`,
  facility: t`In a facility`, 'moved-away': t`Moved away`, 'not-known': t`Not known`, deceased: t`Died`, 'entered-in-error': t`The case was opened in error`,
})[disposition]

export const attainmentWords = (attainment: string | null): string =>
  attainment === 'achieved' ? t`Reached` : attainment === 'partly-achieved' ? t`Partly reached` : attainment === 'not-achieved' ? t`Not reached` : attainment === 'cancelled' ? t`Set aside` : t`Not said yet`

export const viewWords = (view: string | null): string => (view === 'agrees' ? t`Agrees` : view === 'disagrees' ? t`Does not agree` : t`Not known`)
