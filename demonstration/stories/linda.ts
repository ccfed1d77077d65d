// SC-07: Linda Tran, identified by the health plan; a plan in her order, in Vietnamese, and a safety answer that is open today.
import { nameSupport } from '../../capabilities/clients/circle.actions.ts'
import { NewSupportMember } from '../../capabilities/clients/support.ts'
import { raiseBarrier } from '../../capabilities/plans/barrier.actions.ts'
import { assessComprehensively, screen } from '../assessing.ts'
import { engage, note } from '../engaging.ts'
import { by, planTogether, scoreGoals, signOffAgreed } from '../planning.ts'
import { receiveAndAccept } from '../receiving.ts'
import type { Telling } from '../telling.ts'

const interpreted = { interpreter: 'qualified' as const, interpreterReference: 'V-2213' }

export async function tellOfLinda(telling: Telling): Promise<void> {
  const { caseId } = await receiveAndAccept(
    telling,
    {
      given: 'Linda',
      family: 'Tran',
      born: '1970-05-03',
      pronouns: 'she/her',
      language: 'vi',
      phone: '(910) 555-0177',
      street: '77 Dragonfly Lane',
      programId: telling.programs.transitionalCare,
      source: { kind: 'health-plan', organization: 'Meridian Health', person: 'Population health desk' },
      urgency: 'soon',
      reason: 'Type 2 diabetes (A1c 10.8), kidney disease, heart failure; twelve-month cost $186,400',
      asked: 'Complex case management',
      scope: { funding: 'health-plan', payer: 'Meridian Health', memberId: 'MH-550177' },
    },
    'laura',
    70,
    'high-cost-member',
  )
  const on = <T>(daysAgo: number, clock: string, act: Parameters<typeof telling.onCase<T>>[4]) =>
    telling.onCase('laura', daysAgo, clock, caseId, act)
  await on(68, '10:30', (work) =>
    note(work, { kind: 'attempt', mode: 'phone', attemptResult: 'no-answer', durationMinutes: 5, purpose: 'engagement' }),
  )
  await on(65, '17:40', (work) =>
    note(work, { kind: 'attempt', mode: 'phone', attemptResult: 'left-message', durationMinutes: 5, purpose: 'engagement' }),
  )
  await on(60, '17:20', (work) =>
    note(work, {
      kind: 'completed',
      mode: 'phone',
      durationMinutes: 30,
      purpose: 'engagement',
      narrative:
        'Reached in the evening with a Vietnamese interpreter. Her son Kim offered to interpret; explained why we use a qualified interpreter. She agrees to work with us.',
      nextStep: 'Begin the assessment at her home.',
      ...interpreted,
    }),
  )
  await on(60, '17:55', (work) =>
    engage(work, {
      name: 'Linda Tran',
      language: 'vi',
      interpreter: 'V-2213',
      level: 3,
      why: 'Three conditions, high cost, food insecurity.',
      expiresOn: telling.day(-300),
    }),
  )
  await on(56, '10:00', (work) =>
    note(work, {
      kind: 'completed',
      mode: 'home',
      durationMinutes: 80,
      travelMinutes: 25,
      distanceTenthsMile: 90,
      purpose: 'assessment',
      narrative: 'First part of the assessment at the kitchen table.',
      nextStep: 'Finish next week.',
      ...interpreted,
    }),
  )
  await on(56, '11:30', (work) =>
    screen(work, 'phq9', [2, 2, 1, 2, 1, 2, 1, 1, 0, 1], { interpreterReference: 'V-2213', language: 'vi' }),
  )
  await on(49, '10:00', (work) =>
    assessComprehensively(
      work,
      {
        'physical-health': {
          limitations: ['A1c 10.8', 'Kidney disease stage 3b', 'Heart failure'],
          conclusion: 'Three conditions that feed each other; medication and food come first.',
        },
        food: { limitations: ['Runs short at the end of the month'], conclusion: 'Food insecurity, confirmed with her.' },
        'family-caregiver': { strengths: ['Husband Minh cooks and drives'], conclusion: 'A strong household.' },
        'strengths-goals': {
          strengths: ['Knows her numbers', 'Wants to walk to temple'],
          conclusion: 'She put her goals in order herself.',
        },
      },
      { interpreterReference: 'V-2213', language: 'vi' },
    ),
  )
  const goalIds = await on(46, '10:30', (work) =>
    planTogether(work, {
      strengths: 'Her family, her faith, her own order of things.',
      importantTo: 'Family meals and the temple.',
      backup: 'Minh calls the clinic; after hours the nurse line with interpreter.',
      language: 'vi',
      interpreter: 'V-2213',
      agreedBy: { name: 'Linda Tran' },
      goals: [
        {
          words: 'No dialysis',
          statement: 'Kidney function stays where it is',
          need: 'Kidney disease with uncontrolled diabetes',
          domain: 'physical-health',
          measure: 'A1c and eGFR every three months',
          levels: [
            'Dialysis has begun',
            'A1c 10.8, eGFR 38',
            'A1c under 8.5, eGFR steady',
            'A1c under 8, eGFR steady',
            'A1c under 7.5, eGFR better',
          ],
          targetDate: telling.day(-120),
          weight: 3,
          steps: [
            { what: 'Start the glucose monitor with the diabetes nurse', who: by.provider('Dr. Pham, primary care') },
            { what: 'Ask the plan for the monitor and appeal if it is refused', who: by.us },
            { what: 'Approve the infusion near her home', who: by.payer('Meridian Health') },
          ],
        },
        {
          words: 'Eat family meals',
          statement: 'Cooks and eats with the family four evenings a week',
          need: 'Food insecurity',
          domain: 'food',
          measure: 'Evenings a week at the table',
          levels: ['Eats alone', 'One evening a week', 'Four evenings a week', 'Five evenings a week', 'Every evening'],
          targetDate: telling.day(-60),
          weight: 2,
          steps: [
            { what: 'Cook phở with less salt, as the dietitian showed', who: by.support('Minh Tran') },
            { what: 'Join the food program of the temple', who: by.client },
          ],
        },
        {
          words: 'Walk to temple',
          statement: 'Walks the half mile to the temple on Sundays',
          need: 'Too weak to walk further than the corner',
          domain: 'function',
          measure: 'Sundays walked in a month',
          levels: [
            'Does not leave the house',
            'To the corner',
            'To the temple once a month',
            'To the temple twice a month',
            'Every Sunday',
          ],
          targetDate: telling.day(-75),
          weight: 1,
          steps: [{ what: 'Walk to the corner each day', who: by.client }],
        },
      ],
    }),
  )
  await telling.onCase('grace', 44, '16:00', caseId, signOffAgreed)
  await on(45, '09:15', (work) =>
    nameSupport(
      work,
      NewSupportMember.parse({
        name: 'Minh Tran',
        relationship: 'spouse',
        caregivingTasks: 'Cooks and drives',
        caregivingHoursWeekly: 14,
        mayDiscuss: ['plan', 'appointments'],
        permissionBasis: 'Linda said so with the interpreter when the plan was signed.',
        fromOn: null,
        untilOn: null,
      }),
    ),
  )
  await on(45, '09:20', (work) =>
    nameSupport(
      work,
      NewSupportMember.parse({
        name: 'Kim Tran',
        relationship: 'child',
        relationshipNote: '14 years old',
        fromOn: null,
        untilOn: null,
      }),
    ),
  )
  await on(30, '16:10', (work) =>
    note(work, {
      kind: 'completed',
      mode: 'phone',
      durationMinutes: 20,
      narrative: 'Dietitian seen; the family cooks the phở with less salt.',
      intended: {
        goalsMoved: [
          {
            goalId: goalIds[1] ?? '',
            level: 0,
            achievement: 'improving',
            evidence: 'Four evenings at the table last week.',
            scoredBy: 'client',
          },
        ],
        barrier: null,
        nextTask: null,
      },
      nextStep: 'Call again in two weeks.',
      ...interpreted,
    }),
  )
  await on(16, '16:00', (work) =>
    raiseBarrier(work, {
      statement: 'Knee pain when walking',
      type: 'provider',
      owner: by.provider('Dr. Pham'),
      goalIds: goalIds.slice(2),
    }),
  )
  await on(14, '16:30', (work) => scoreGoals(work, goalIds, [0, 1, null], 'Laboratory results and her own diary.'))
  await on(0, '07:10', (work) =>
    screen(work, 'phq9', [2, 2, 1, 2, 1, 2, 1, 0, 1, 1], { interpreterReference: 'V-2213', language: 'vi' }),
  )
}
