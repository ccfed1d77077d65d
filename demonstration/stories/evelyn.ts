// SC-02: Evelyn Osei, home from hospital with eleven medicines, her daughter Abena holding the power of attorney.
import { nameSupport } from '../../capabilities/clients/circle.actions.ts'
import { NewSupportMember } from '../../capabilities/clients/support.ts'
import { raiseBarrier, resolveBarrier } from '../../capabilities/plans/barrier.actions.ts'
import { assessComprehensively } from '../assessing.ts'
import { engage, note } from '../engaging.ts'
import { by, planTogether, signOffAgreed } from '../planning.ts'
import { receiveAndAccept } from '../receiving.ts'
import type { Telling } from '../telling.ts'

export async function tellOfEvelyn(telling: Telling): Promise<void> {
  const { caseId } = await receiveAndAccept(
    telling,
    {
      given: 'Evelyn',
      family: 'Osei',
      born: '1948-02-11',
      pronouns: 'she/her',
      phone: '(910) 555-0188',
      street: '5 Mission Street',
      programId: telling.programs.transitionalCare,
      source: { kind: 'hospital', organization: 'Harborview General Hospital', person: 'Ward 4 West' },
      urgency: 'soon',
      reason: 'Heart failure and COPD, lives alone, discharged on Friday',
      asked: 'Transitional care',
      scope: { funding: 'medicare' },
    },
    'tom',
    26,
    'discharge-risk',
  )
  const on = <T>(daysAgo: number, clock: string, act: Parameters<typeof telling.onCase<T>>[4]) =>
    telling.onCase('tom', daysAgo, clock, caseId, act)
  await on(25, '10:05', (work) =>
    note(work, { kind: 'attempt', mode: 'phone', attemptResult: 'no-answer', durationMinutes: 5, purpose: 'transition' }),
  )
  await on(25, '16:30', (work) =>
    note(work, {
      kind: 'collateral',
      mode: 'phone',
      durationMinutes: 25,
      purpose: 'transition',
      participants: [{ role: 'support', name: 'Abena Osei' }],
      narrative:
        'Reached Abena, who holds the health-care power of attorney. Symptoms asked, all eleven medicines read back: two forms of metoprolol, spironolactone missing, furosemide 20 or 40 mg.',
      nextStep: 'Nurse asks the prescriber today.',
    }),
  )
  await on(24, '10:00', (work) =>
    engage(work, {
      name: 'Abena Osei',
      kind: 'representative_consent',
      level: 4,
      why: 'Discharge within seven days.',
      expiresOn: telling.day(-25),
    }),
  )
  await on(24, '10:10', (work) =>
    nameSupport(
      work,
      NewSupportMember.parse({
        name: 'Abena Osei',
        relationship: 'child',
        phone: '(910) 555-0189',
        authority: 'health-care-poa',
        authorityDocument: 'Health-care power of attorney, copy on file',
        mayDiscuss: ['everything'],
        permissionBasis: 'Power of attorney on file; Evelyn agrees.',
        fromOn: null,
        untilOn: null,
      }),
    ),
  )
  await on(23, '11:00', (work) =>
    assessComprehensively(work, {
      'physical-health': {
        limitations: ['Heart failure', 'COPD', 'Three discrepancies in the medicines'],
        conclusion: 'The medicine list was put right and signed by the nurse.',
      },
      'equipment-environment': { limitations: ['Oxygen came late'], conclusion: 'Oxygen stands at the bedside now.' },
      'family-caregiver': { strengths: ['Abena comes each evening'], conclusion: 'Good support; Abena needs rest as well.' },
    }),
  )
  const goalIds = await on(22, '14:00', (work) =>
    planTogether(work, {
      strengths: 'Weighs herself each morning.',
      importantTo: 'Her own bed and her choir.',
      backup: 'Abena, then the heart failure clinic.',
      agreedBy: { name: 'Abena Osei', by: 'representative' },
      goals: [
        {
          words: 'Sleep in my bed, not the chair',
          statement: 'Sleeps lying down, weight stable',
          need: 'Breathless at night after discharge',
          domain: 'physical-health',
          measure: 'Nights in bed in a week; morning weight',
          targetDate: telling.day(-8),
          steps: [
            { what: 'Weigh each morning and write it down', who: by.client },
            { what: 'Visit three times a week', who: by.provider('Harborview Home Health') },
            { what: 'Bring the medicines to the clinic', who: by.support('Abena Osei') },
            { what: 'Call on Mondays', who: by.us },
          ],
        },
      ],
    }),
  )
  await telling.onCase('grace', 21, '16:00', caseId, signOffAgreed)
  const barrier = await on(22, '14:30', (work) =>
    raiseBarrier(work, {
      statement: 'Oxygen not delivered on the day of discharge',
      type: 'provider',
      owner: by.provider('Coastal Oxygen'),
      goalIds,
    }),
  )
  await on(21, '09:30', (work) =>
    resolveBarrier(work, barrier.id, {
      resolution: 'Delivered the same evening after two calls; the supplier now confirms by noon.',
    }),
  )
  for (const [daysAgo, narrative] of [
    [15, 'Home health has started; the scale is there. Slept three nights in bed.'],
    [8, 'Two pounds up on Thursday; the clinic raised the dose, weight is down again.'],
  ] as const)
    await on(daysAgo, '15:00', (work) =>
      note(work, { kind: 'completed', mode: 'phone', durationMinutes: 20, goalIds, narrative, nextStep: 'Call next Monday.' }),
    )
  await on(2, '15:15', (work) =>
    note(work, {
      kind: 'completed',
      mode: 'home',
      durationMinutes: 45,
      travelMinutes: 20,
      distanceTenthsMile: 60,
      goalIds,
      sign: false,
      narrative: 'Visit with Abena. Five nights in bed. To write up: the red flags she repeated to me.',
    }),
  )
}
