// Takes the clients of people.ts as far as each has come, by the same actions a case manager uses.
import { endWithoutEngagement, suspendCase, beginClosing } from '../capabilities/cases/case.actions.ts'
import { caseManagerOf } from './agency.ts'
import { closeWell } from './closing.ts'
import { screen } from './assessing.ts'
import { note } from './engaging.ts'
import type { Neighbour } from './people.ts'
import { scoreGoals } from './planning.ts'
import { referFor } from './referring.ts'
import { receiveAndAccept, type Arriving } from './receiving.ts'
import type { Telling } from './telling.ts'
import { attempt, begin, plan, talkedWith, type Told } from './visits.ts'

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
  if (person.standing === 'active' || person.standing === 'planned') await referFor(told, index)
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
    await plan(told, 40)
    const { telling, who, caseId, person } = told
    await closeWell(telling, who, caseId, 38, {
      reason: person.program === 'workersCompensation' ? 'returned_to_work' : 'goals_achieved',
      explanation: 'What we agreed on is reached and holds without us.',
      attainment: 'achieved',
      course: `${person.reason}. We met at home, planned together, and the plan was carried out; the last weeks went well.`,
    })
  },
}

const subjectOf = (pronouns: string): string => ({ 'she/her': 'She', 'he/him': 'He' })[pronouns] ?? 'They'
