// Takes the clients of people.ts as far as each has come, by the same actions a case manager uses.
import { endWithoutEngagement, suspendCase, beginClosing } from '../capabilities/cases/case.actions.ts'
import { caseManagerOf, type StaffKey } from './agency.ts'
import { assessComprehensively, screen } from './assessing.ts'
import { engage, note } from './engaging.ts'
import type { Neighbour } from './people.ts'
import { by, planTogether, scoreGoals } from './planning.ts'
import { receiveAndAccept, type Arriving, type Opened } from './receiving.ts'
import type { Telling } from './telling.ts'

interface Told extends Opened {
  telling: Telling
  person: Neighbour
  who: StaffKey
  name: string
  interpreterReference: string
}
const sources: Record<Neighbour['program'], Arriving['source']> = {
  workersCompensation: { kind: 'adjuster', organization: 'Granite Mutual', person: 'Priya Natarajan', phone: '(919) 555-0107' },
  transitionalCare: {
    kind: 'hospital',
    organization: 'Harborview General Hospital',
    person: 'Discharge planning',
    phone: '(910) 555-0111',
  },
  communitySupport: {
    kind: 'community-agency',
    organization: 'Harborview Food Bank',
    person: 'Front desk',
    phone: '(910) 555-0119',
  },
}

export async function tellOfNeighbour(telling: Telling, person: Neighbour, index: number): Promise<void> {
  const who = caseManagerOf[person.program]
  const name = `${person.given} ${person.family}`
  const injured = person.program === 'workersCompensation'
  const opened = await receiveAndAccept(
    telling,
    {
      ...person,
      phone: `(910) 555-0${String(120 + index).padStart(3, '0')}`,
      street: `${10 + index} Lantern Street`,
      source: sources[person.program],
      programId: telling.programs[person.program],
      asked: injured ? 'Medical case management, field' : 'Case management',
      urgency: person.since % 3 === 0 ? 'soon' : 'routine',
      scope: injured
        ? {
            funding: 'workers-compensation',
            payer: 'Granite Mutual',
            claimNumber: `WC-26-0${5000 + index}`,
            authorizedServices: 'Medical case management',
            authorizedMinutes: 1200,
          }
        : {},
    },
    who,
    person.since,
    injured ? 'payer-authorization' : 'program-criteria',
  )
  const told: Told = {
    ...opened,
    telling,
    person,
    who,
    name,
    interpreterReference: person.language === 'en' ? '' : `I-${3100 + index}`,
  }
  await stepsOf[person.standing](told)
}

const stepsOf: Record<Neighbour['standing'], (told: Told) => Promise<void>> = {
  pending: async (told) => {
    if (told.person.since > 2) await attempt(told, told.person.since - 1, '11:15', 'phone')
  },
  unreached: async (told) => {
    const {
      person: { since },
      telling,
      who,
      caseId,
    } = told
    await attempt(told, since - 1, '11:15', 'phone')
    await attempt(told, since - 4, '17:40', 'phone')
    await attempt(told, since - 8, '09:30', 'community')
    await telling.onCase(who, since - 12, '10:00', caseId, (work) =>
      endWithoutEngagement(work, {
        reason: 'unable_to_reach',
        note: 'Three tries in eight days, two by phone and one at the library where she was last seen.',
        letterSentOn: work.today,
      }),
    )
  },
  declined: async (told) => {
    const {
      person: { since, pronouns },
      telling,
      who,
      caseId,
    } = told
    await telling.onCase(who, since - 1, '14:00', caseId, (work) =>
      note(work, {
        kind: 'completed',
        mode: 'phone',
        durationMinutes: 15,
        purpose: 'engagement',
        narrative: `Explained who we are and who pays. ${subjectOf(pronouns)} thanked us and does not want a case manager now. Left our number.`,
        nextStep: 'None; the door stays open.',
        ...talkedWith(told),
      }),
    )
    await telling.onCase(who, since - 1, '14:30', caseId, (work) =>
      endWithoutEngagement(work, { reason: 'declined', note: 'Does not want case management now; knows how to come back.' }),
    )
  },
  active: async (told) => {
    await begin(told)
    const {
      telling,
      who,
      caseId,
      person: { since },
      interpreterReference,
    } = told
    await telling.onCase(who, Math.max(since - 5, 1), '15:10', caseId, (work) =>
      screen(work, 'phq2', [1, 0], { interpreterReference }),
    )
  },
  planned: async (told) => {
    await plan(told)
  },
  suspended: async (told) => {
    await plan(told)
    const { telling, who, caseId } = told
    await telling.onCase(who, 9, '16:00', caseId, (work) =>
      suspendCase(work, {
        reason: 'hospital_or_facility',
        note: 'Admitted; the ward nurse keeps us informed.',
        reviewOn: telling.day(-12),
        responsibleStaffId: telling.staff[who],
      }),
    )
  },
  closing: async (told) => {
    const goalIds = await plan(told)
    const { telling, who, caseId } = told
    await telling.onCase(who, 5, '10:30', caseId, async (work) => {
      await scoreGoals(work, goalIds, [1], 'Seen together at the last visit.')
      await beginClosing(work, {
        reason: 'goals_achieved',
        explanation: 'What we agreed on is reached, and the supports hold without us.',
        clientToldOn: work.today,
        clientView: 'agrees',
      })
    })
  },
  closed: async (told) => {
    await plan(told)
  },
}

const subjectOf = (pronouns: string): string => ({ 'she/her': 'She', 'he/him': 'He' })[pronouns] ?? 'They'

function talkedWith({ interpreterReference }: Told) {
  return interpreterReference ? { interpreter: 'qualified' as const, interpreterReference } : {}
}

async function attempt(
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

async function begin(told: Told): Promise<void> {
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
      level: since % 5 === 0 ? 3 : since % 2 === 0 ? 2 : 1,
      why: 'Ten areas scored at the first visit.',
      expiresOn: telling.day(-365 + since),
    }),
  )
}

async function plan(told: Told): Promise<string[]> {
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
  for (let daysAgo = since - 20; daysAgo > 2; daysAgo -= 17)
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
  if (since > 60)
    await telling.onCase(who, 20, '16:20', caseId, (work) =>
      scoreGoals(work, goalIds, [0], 'As the diary of the last two weeks shows.'),
    )
  return goalIds
}
