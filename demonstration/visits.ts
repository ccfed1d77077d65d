// What a case manager does with a neighbour: tries to call, begins the work, assesses and plans together.
import type { StaffKey } from './agency.ts'
import { assessComprehensively } from './assessing.ts'
import { engage, note } from './engaging.ts'
import type { Neighbour } from './people.ts'
import { by, planTogether, scoreGoals, signOffAgreed } from './planning.ts'
import type { Opened } from './receiving.ts'
import type { Telling } from './telling.ts'

export interface Told extends Opened {
  telling: Telling
  person: Neighbour
  who: StaffKey
  name: string
  interpreterReference: string
}

export function talkedWith({ interpreterReference }: Told) {
  return interpreterReference ? { interpreter: 'qualified' as const, interpreterReference } : {}
}

export async function attempt(
  { telling, who, caseId }: Told,
  daysAgo: number,
  clock: string,
  mode: 'phone' | 'community',
): Promise<void> {
  await telling.onCase(who, daysAgo, clock, caseId, (work) =>
    note(work, {
      kind: 'attempt',
      mode,
      attemptResult: mode === 'phone' ? 'no-answer' : 'not-home',
      durationMinutes: 5,
      purpose: 'engagement',
    }),
  )
}

const levelOf = (since: number): 1 | 2 | 3 => (since % 5 === 0 ? 3 : since % 2 === 0 ? 2 : 1)

export async function begin(told: Told): Promise<void> {
  const {
    telling,
    who,
    caseId,
    name,
    person: { since, language, reason },
    interpreterReference,
  } = told
  await telling.onCase(who, since - 1, '13:20', caseId, (work) =>
    note(work, {
      kind: 'completed',
      mode: 'phone',
      durationMinutes: 25,
      purpose: 'engagement',
      narrative: `First call. ${reason}. Explained who we are, who pays, and what stays between us. Agreed on a visit.`,
      nextStep: 'Home visit this week.',
      ...talkedWith(told),
    }),
  )
  const injured = told.person.program === 'workersCompensation'
  await telling.onCase(who, since - 1, '14:10', caseId, (work) =>
    engage(work, {
      name,
      language,
      interpreter: interpreterReference,
      kind: injured ? 'statutory_assignment' : 'cm_engagement',
      level: levelOf(since),
      why: 'Ten areas scored at the first visit.',
      expiresOn: telling.day(-365 + since),
    }),
  )
}

/** Up to `until` days ago. Answers the ids of the goals. */
export async function plan(told: Told, until = 2): Promise<string[]> {
  await begin(told)
  const {
    telling,
    who,
    caseId,
    name,
    person: { since, language, reason, wish },
    interpreterReference,
  } = told
  await telling.onCase(who, since - 6, '11:00', caseId, (work) =>
    note(work, {
      kind: 'completed',
      mode: 'home',
      durationMinutes: 75,
      travelMinutes: 30,
      distanceTenthsMile: 120,
      purpose: 'assessment',
      narrative: 'Home visit for the assessment. Talked through what helps and what is hard.',
      nextStep: 'Plan together next week.',
      ...talkedWith(told),
    }),
  )
  await telling.onCase(who, since - 6, '13:30', caseId, (work) =>
    assessComprehensively(
      work,
      {
        'physical-health': { limitations: [reason], conclusion: `${reason}. This is what brings us together.` },
        'strengths-goals': { strengths: [`“${wish}”`], conclusion: 'Knows what is wanted and asks good questions.' },
      },
      { interpreterReference, language },
    ),
  )
  const goalIds = await telling.onCase(who, since - 9, '10:30', caseId, (work) =>
    planTogether(work, {
      strengths: 'Keeps appointments; has somebody to call.',
      importantTo: wish,
      backup: 'Calls us, after hours the nurse line.',
      language,
      interpreter: interpreterReference,
      agreedBy: { name },
      goals: [
        {
          words: wish,
          statement: `${wish}: safely and without help of ours`,
          need: reason,
          domain: 'physical-health',
          measure: 'What a usual week looks like',
          targetDate: telling.day(-60),
          steps: [
            { what: 'Call the clinic and agree on the follow-up visit', who: by.us, due: telling.day(since - 16) },
            { what: 'Write down each day how it went', who: by.client },
            { what: 'Send the visit notes after each appointment', who: by.provider('Harborview Family Practice') },
          ],
        },
      ],
    }),
  )
  if (levelOf(since) >= 3) await telling.onCase('grace', since - 11, '16:00', caseId, signOffAgreed)
  for (let daysAgo = since - 20; daysAgo > until; daysAgo -= 17)
    await telling.onCase(who, daysAgo, '15:45', caseId, (work) =>
      note(work, {
        kind: 'completed',
        mode: 'phone',
        durationMinutes: 20,
        goalIds,
        narrative: 'Went through the week. Small steps forward; the appointment was kept.',
        nextStep: 'Call again in two weeks.',
        ...talkedWith(told),
      }),
    )
  if (since > 60 && until < 20)
    await telling.onCase(who, 20, '16:20', caseId, (work) =>
      scoreGoals(work, goalIds, [0], 'As the diary of the last two weeks shows.'),
    )
  return goalIds
}
