// Referrals that wait at the front door on the day the demonstration is opened, one in each state; and the receiver who has an inbox of their own.
import { declineReferral, redirectReferral } from '../capabilities/referrals/ending.actions.ts'
import { askForInformation, receiveReferral, triageReferral, waitlistReferral } from '../capabilities/referrals/referral.actions.ts'
import type { Work } from '../platform/work.ts'
import { tellOfReceiver } from './receiver.ts'
import { factsOf, type Arriving } from './receiving.ts'
import type { Telling } from './telling.ts'

type Next = (work: Work, id: string, telling: Telling) => Promise<unknown>
interface Waiting extends Arriving {
  daysAgo: number
  next?: Next
}
const waiting = (telling: Telling): Waiting[] => [
  {
    given: 'Florian',
    family: 'Nightjar',
    born: '1958-03-03',
    pronouns: 'he/him',
    phone: '(910) 555-0201',
    programId: telling.programs.communitySupport,
    daysAgo: 0,
    urgency: 'urgent-safety',
    danger: 'no-shelter-tonight',
    channel: 'phone',
    source: { kind: 'hospital', organization: 'Harborview General Hospital', person: 'Emergency desk' },
    reason: 'Discharged tonight without a place to sleep',
    asked: 'A safe place tonight',
  },
  {
    given: 'Cordelia',
    family: 'Wintergreen',
    born: '1976-12-01',
    pronouns: 'she/her',
    phone: '(910) 555-0202',
    programId: telling.programs.workersCompensation,
    daysAgo: 0,
    channel: 'email',
    source: { kind: 'adjuster', organization: 'Granite Mutual', person: 'Priya Natarajan' },
    reason: 'Rotator cuff tear, off work',
    asked: 'Medical case management, field',
    scope: {
      funding: 'workers-compensation',
      payer: 'Granite Mutual',
      claimNumber: 'WC-26-005210',
      authorizedServices: 'Medical case management',
      authorizedMinutes: 900,
    },
  },
  {
    given: 'Atticus',
    family: 'Fernwood',
    born: '1939-06-17',
    pronouns: 'he/him',
    phone: '(910) 555-0203',
    programId: telling.programs.transitionalCare,
    daysAgo: 1,
    source: { kind: 'hospital', organization: 'Harborview General Hospital', person: 'Ward 2 East' },
    reason: 'Going home with oxygen for the first time',
    asked: 'Transitional care',
    urgency: 'soon',
    next: (work, id) =>
      triageReferral(work, id, {
        urgency: 'soon',
        danger: null,
        safetyDone: null,
        programId: telling.programs.transitionalCare,
        note: null,
      }),
  },
  {
    given: 'Beatrix',
    family: 'Foxglove',
    born: '1987-01-30',
    pronouns: 'she/her',
    phone: '(910) 555-0204',
    programId: telling.programs.communitySupport,
    daysAgo: 3,
    source: { kind: 'school', organization: 'Harbor Elementary', person: 'School counselor' },
    reason: 'Three children, utility shut-off notice',
    asked: 'Case management',
    next: async (work, id) => {
      await triaged(work, id, telling.programs.communitySupport)
      await askForInformation(work, id, {
        question: 'Which number is safe to call, and when?',
        askedOf: 'source',
        dueOn: telling.day(-2),
      })
    },
  },
  {
    given: 'Ferdinand',
    family: 'Oxlip',
    born: '1965-09-09',
    pronouns: 'he/him',
    phone: '(910) 555-0205',
    programId: telling.programs.communitySupport,
    daysAgo: 11,
    source: { kind: 'community-agency', organization: 'Harborview Library', person: 'Front desk' },
    reason: 'Wants help with letters and benefits',
    asked: 'Case management',
    next: async (work, id) => {
      await triaged(work, id, telling.programs.communitySupport)
      await waitlistReferral(work, id, {
        reason: 'no-capacity',
        note: 'First on the list for December.',
        reviewOn: telling.day(-9),
      })
    },
  },
  {
    given: 'Isolde',
    family: 'Marshwiggle',
    born: '1995-05-15',
    pronouns: 'she/her',
    phone: '(910) 555-0206',
    programId: telling.programs.workersCompensation,
    daysAgo: 15,
    source: { kind: 'employer', organization: 'Piedmont Grocers', person: 'Human resources' },
    reason: 'Cut finger, already back at work',
    asked: 'Advice',
    next: async (work, id) => {
      await triaged(work, id, telling.programs.workersCompensation)
      await declineReferral(work, id, {
        reason: 'service-not-offered',
        note: 'Back at full duty since Monday; nothing to coordinate.',
        alternatives: 'The company nurse; our number if it changes.',
        toldOn: work.today,
        notToldBecause: null,
      })
    },
  },
  {
    given: 'Lancelot',
    family: 'Puddlemere',
    born: '1950-10-10',
    pronouns: 'he/him',
    phone: '(910) 555-0207',
    programId: telling.programs.transitionalCare,
    daysAgo: 17,
    source: { kind: 'physician', organization: 'Harborview Family Practice', person: 'Dr. Alder' },
    reason: 'Lives in the next county',
    asked: 'Transitional care',
    next: async (work, id) => {
      await triaged(work, id, telling.programs.transitionalCare)
      await redirectReferral(work, id, {
        reason: 'out-of-area',
        organization: 'Brunswick Care Coordination',
        contactPerson: 'Intake desk',
        contactHow: '(910) 555-0300',
        handoff: 'live-introduction',
        handedOverOn: work.today,
        basis: 'client-agreed',
        note: null,
      })
    },
  },
]

const triaged = (work: Work, id: string, programId: string) =>
  triageReferral(work, id, { urgency: 'routine', danger: null, safetyDone: null, programId, note: null })

export async function tellOfInbox(telling: Telling): Promise<void> {
  await tellOfReceiver(telling)
  for (const { daysAgo, next, ...arriving } of waiting(telling)) {
    const facts = factsOf(arriving, telling.day(daysAgo))
    await telling.as('ben', daysAgo, '06:50', async (work) => {
      await receiveReferral(work, facts)
      await next?.(work, facts.id, telling)
    })
  }
}
