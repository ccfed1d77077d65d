// SC-01: Marcus Delgado, injured at work, from the adjuster's referral back to his forklift.
import { beginClosing } from '../../capabilities/cases/case.actions.ts'
import { raiseBarrier, resolveBarrier } from '../../capabilities/plans/barrier.actions.ts'
import { nameSupport } from '../../capabilities/clients/circle.actions.ts'
import { NewSupportMember } from '../../capabilities/clients/support.ts'
import { assessComprehensively, screen } from '../assessing.ts'
import { engage, note } from '../engaging.ts'
import { by, planTogether, scoreGoals } from '../planning.ts'
import { receiveAndAccept } from '../receiving.ts'
import type { Telling } from '../telling.ts'

export async function tellOfMarcus(telling: Telling): Promise<void> {
  const { caseId } = await receiveAndAccept(
    telling,
    {
      given: 'Marcus',
      family: 'Delgado',
      born: '1984-01-17',
      pronouns: 'he/him',
      phone: '(919) 555-0142',
      street: '218 Tobacco Road',
      programId: telling.programs.workersCompensation,
      source: { kind: 'adjuster', organization: 'Granite Mutual', person: 'Priya Natarajan', phone: '(919) 555-0107' },
      urgency: 'soon',
      reason: 'L4-5 disc herniation, order selector at Piedmont Grocers',
      asked: 'Medical case management, field',
      scope: {
        funding: 'workers-compensation',
        payer: 'Granite Mutual',
        claimNumber: 'WC-26-004187',
        employer: 'Piedmont Grocers',
        injuredOn: telling.day(153),
        authorizedServices: 'Medical case management, field',
        authorizedMinutes: 1200,
      },
    },
    'laura',
    140,
    'payer-authorization',
  )
  const on = <T>(daysAgo: number, clock: string, act: Parameters<typeof telling.onCase<T>>[4]) =>
    telling.onCase('laura', daysAgo, clock, caseId, act)
  await on(139, '09:40', (work) =>
    note(work, {
      kind: 'completed',
      mode: 'phone',
      durationMinutes: 20,
      purpose: 'engagement',
      narrative:
        'Three-point contact: Marcus, Dr. Reed’s office and Piedmont Grocers, all today. Not represented by an attorney. Home visit agreed.',
      nextStep: 'Home visit Thursday.',
    }),
  )
  await on(137, '11:00', (work) =>
    note(work, {
      kind: 'completed',
      mode: 'home',
      durationMinutes: 75,
      travelMinutes: 70,
      distanceTenthsMile: 480,
      purpose: 'engagement',
      narrative:
        'Explained our role: the carrier pays, our reports go to the carrier and the employer, and I may be asked to testify. Left the rules with him. He signs the authorization for current-treatment records.',
      nextStep: 'Assessment today, then the orthopedist with him on Monday.',
    }),
  )
  await on(137, '12:20', (work) =>
    engage(work, {
      name: 'Marcus Delgado',
      kind: 'statutory_assignment',
      level: 2,
      why: 'Off work, transport lost, fear of reinjury.',
    }),
  )
  await on(137, '12:30', (work) => screen(work, 'phq2', [1, 0]))
  await on(136, '09:00', (work) =>
    assessComprehensively(work, {
      'physical-health': {
        limitations: ['Lifts 60 lb on the job, occasionally'],
        conclusion: 'Disc herniation; conservative treatment first.',
      },
      transport: { limitations: ['No car'], conclusion: 'Cannot reach therapy without help; a barrier.' },
      employment: {
        strengths: ['Forklift certificate', 'Wants to work'],
        conclusion: 'The employer keeps his place; modified duty is possible.',
      },
      'strengths-goals': {
        strengths: ['“Get back to driving the lift and carry my daughter”'],
        conclusion: 'Clear about what he wants.',
      },
    }),
  )
  const goalIds = await on(134, '14:00', (work) =>
    planTogether(work, {
      strengths: 'Forklift certificate; wants to work; his sister drives.',
      importantTo: 'His work and his daughter.',
      backup: 'Calls Laura, or the nurse line after hours.',
      agreedBy: { name: 'Marcus Delgado' },
      goals: [
        {
          words: 'Get back to driving the lift and carry my daughter',
          statement: 'Full-hour work at Piedmont Grocers within his restrictions',
          need: 'Return to work after back injury',
          domain: 'employment',
          measure: 'Hours and duties at work each week',
          targetDate: telling.day(10),
          weight: 2,
          levels: [
            'Off work',
            'Off work, treatment begun',
            'Modified duty, six hours',
            'Full hours, accommodated',
            'Full duty without restrictions',
          ],
          steps: [
            { what: 'Attend physical therapy three times a week', who: by.client },
            { what: 'Give functional restrictions after each visit', who: by.provider('Dr. Reed, orthopedics') },
            { what: 'Offer modified duty within the restrictions', who: by.employer('Piedmont Grocers') },
            { what: 'Approve transport to therapy', who: by.payer('Granite Mutual') },
            { what: 'Job analysis with the supervisor on the floor', who: by.us },
          ],
        },
      ],
    }),
  )
  const barrier = await on(134, '14:40', (work) =>
    raiseBarrier(work, {
      statement: 'No car: therapy is eleven miles away',
      type: 'transport',
      owner: by.payer('Granite Mutual'),
      goalIds,
    }),
  )
  await on(133, '10:00', (work) =>
    nameSupport(
      work,
      NewSupportMember.parse({
        name: 'Carmen Delgado',
        relationship: 'sibling',
        phone: '(919) 555-0143',
        mayDiscuss: ['appointments'],
        permissionBasis: 'Marcus said so at the home visit.',
        fromOn: null,
        untilOn: null,
      }),
    ),
  )
  await on(131, '15:30', (work) =>
    note(work, {
      kind: 'conference',
      mode: 'facility',
      durationMinutes: 40,
      travelMinutes: 60,
      distanceTenthsMile: 510,
      participants: [
        { role: 'provider', name: 'Dr. Reed' },
        { role: 'client', name: 'Marcus Delgado' },
      ],
      goalIds,
      narrative: 'The examination was private; I joined afterwards. Off work for two weeks, then therapy.',
      nextStep: 'Job analysis at the store.',
    }),
  )
  await on(129, '10:00', (work) =>
    note(work, {
      kind: 'collateral',
      mode: 'community',
      durationMinutes: 60,
      travelMinutes: 50,
      distanceTenthsMile: 370,
      participants: [{ role: 'employer', name: 'Dana Wells, store manager' }],
      goalIds,
      narrative: 'Job analysis done on the floor and signed. Inventory scanning is possible at six hours a day.',
      nextStep: 'Send the job analysis to Dr. Reed.',
    }),
  )
  await on(125, '09:20', (work) => resolveBarrier(work, barrier.id, { resolution: 'The carrier approved rides to therapy.' }))
  await on(117, '11:10', (work) =>
    note(work, {
      kind: 'completed',
      mode: 'phone',
      durationMinutes: 20,
      narrative: 'Restrictions: 20 lb, no repetitive bending, change position every 30 minutes. He is glad to start.',
      intended: {
        goalsMoved: [
          {
            goalId: goalIds[0] ?? '',
            level: 0,
            achievement: 'improving',
            evidence: 'Started modified duty: inventory scanning, six hours.',
            scoredBy: 'practitioner',
          },
        ],
        barrier: null,
        nextTask: null,
      },
      nextStep: 'Look in after the first week.',
    }),
  )
  for (const daysAgo of [100, 82, 60, 41, 26])
    await on(daysAgo, '16:00', (work) =>
      note(work, {
        kind: 'completed',
        mode: 'phone',
        durationMinutes: 20,
        goalIds,
        narrative: 'Work goes well within the restrictions; therapy kept. Some stiffness in the morning.',
        nextStep: 'Next call in two to three weeks.',
      }),
    )
  await on(12, '10:00', (work) =>
    scoreGoals(
      work,
      goalIds,
      [1],
      'Full hours in the accommodated job since Monday, on the treating physician’s permanent restrictions.',
    ),
  )
  await on(9, '13:00', (work) =>
    beginClosing(work, {
      reason: 'returned_to_work',
      explanation: 'Full-hour accommodated job; treating physician states maximum medical improvement.',
      clientToldOn: work.today,
      clientView: 'agrees',
    }),
  )
}
