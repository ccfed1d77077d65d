// What the self-description questions and their answers are called on screen.
import { t } from '@lingui/core/macro'
import type { DemographicQuestion } from '../demographic.ts'

export const questionWords = (question: DemographicQuestion): string =>
  ({
    'race-ethnicity': t`Race and ethnicity`,
    gender: t`Gender`,
    'sexual-orientation': t`Sexual orientation`,
    'recorded-sex': t`Sex on documents`,
    'marital-status': t`Marital status`,
    veteran: t`Military service`,
    disability: t`Disability`,
    literacy: t`Reads best`,
  })[question]

export function answerWords(code: string): string {
  const words: Record<string, string> = {
    'american-indian-alaska-native': t`American Indian or Alaska Native`,
    asian: t`Asian`,
    black: t`Black or African American`,
    'hispanic-latino': t`Hispanic or Latino`,
    'middle-eastern-north-african': t`Middle Eastern or North African`,
    'pacific-islander': t`Pacific Islander`,
    white: t`White`,
    woman: t`Woman`,
    man: t`Man`,
    'non-binary': t`Non-binary`,
    'two-spirit': t`Two-Spirit`,
    transgender: t`Transgender`,
    questioning: t`Questioning`,
    straight: t`Straight`,
    gay: t`Gay`,
    lesbian: t`Lesbian`,
    bisexual: t`Bisexual`,
    queer: t`Queer`,
    female: t`Female`,
    male: t`Male`,
    x: 'X',
    single: t`Single`,
    married: t`Married`,
    partnered: t`Partnered`,
    separated: t`Separated`,
    divorced: t`Divorced`,
    widowed: t`Widowed`,
    veteran: t`Veteran`,
    'active-duty': t`Active duty`,
    reserve: t`Reserve or Guard`,
    'military-family': t`Family of a service member`,
    'never-served': t`Never served`,
    mobility: t`Walking or climbing`,
    vision: t`Seeing`,
    hearing: t`Hearing`,
    cognition: t`Remembering or deciding`,
    'self-care': t`Dressing or bathing`,
    'independent-living': t`Errands alone`,
    none: t`None`,
    'large-print': t`Large print`,
    'easy-read': t`Easy words`,
    braille: t`Braille`,
    audio: t`Audio`,
    'read-aloud': t`Read aloud`,
    'none-needed': t`Ordinary print`,
  }
  return words[code] ?? code
}
