// What a person says about themselves: several answers are allowed, and so is declining.
import { z } from 'zod'
import { demographicKeys } from './codes.ts'

export { demographicKeys }

/** The questions and the answers offered. Codes follow CDC race and ethnicity categories and Gravity personal characteristics; own words are always possible. */
export const demographicQuestions = {
  'race-ethnicity': [
    'american-indian-alaska-native',
    'asian',
    'black',
    'hispanic-latino',
    'middle-eastern-north-african',
    'pacific-islander',
    'white',
  ],
  gender: ['woman', 'man', 'non-binary', 'two-spirit', 'transgender', 'questioning'],
  'sexual-orientation': ['straight', 'gay', 'lesbian', 'bisexual', 'queer', 'questioning'],
  'recorded-sex': ['female', 'male', 'x'],
  'marital-status': ['single', 'married', 'partnered', 'separated', 'divorced', 'widowed'],
  veteran: ['veteran', 'active-duty', 'reserve', 'military-family', 'never-served'],
  disability: ['mobility', 'vision', 'hearing', 'cognition', 'self-care', 'independent-living', 'none'],
  literacy: ['large-print', 'easy-read', 'braille', 'audio', 'read-aloud', 'none-needed'],
} as const
export type DemographicQuestion = keyof typeof demographicQuestions

/** One answer, as the person gave it. Declined is an answer of its own and stands alone. */
export const DemographicAnswer = z
  .object({
    question: z.enum(demographicKeys),
    codes: z.array(z.string().max(60)).max(10).default([]),
    ownWords: z.string().trim().max(300).default(''),
    declined: z.boolean().default(false),
    source: z.enum(['self-reported', 'reported-by-related-person', 'administrative']).default('self-reported'),
  })
  .refine(({ question, codes }) => codes.every((code) => offered(question).includes(code)), {
    message: 'Choose from the answers offered, or use the person’s own words.',
    path: ['codes'],
  })
  .refine(({ codes, ownWords, declined }) => !declined || (codes.length === 0 && ownWords === ''), {
    message: 'Either an answer, or “prefers not to say”.',
    path: ['declined'],
  })
  .refine(({ codes, ownWords, declined }) => declined || codes.length > 0 || ownWords !== '', {
    message: 'Choose an answer, write the person’s own words, or “prefers not to say”.',
    path: ['codes'],
  })
export type DemographicAnswer = z.infer<typeof DemographicAnswer>

/** With when it was given. */
export interface GivenAnswer extends DemographicAnswer {
  askedAt: string
}

function offered(question: DemographicQuestion): readonly string[] {
  return demographicQuestions[question]
}
