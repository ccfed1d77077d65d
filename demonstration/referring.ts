// Service referrals of the demonstration: about sixty, in every state, made by the same actions as on any other day.
import { randomBytes } from 'node:crypto'
import { closeLoop } from '../capabilities/serviceReferrals/loop.actions.ts'
import type { LoopClosing } from '../capabilities/serviceReferrals/loop.ts'
import { sendServiceReferral } from '../capabilities/serviceReferrals/sending.actions.ts'
import {
  draftServiceReferral,
  recordAnswer,
  recordAppointment,
  recordEnrollment,
  withdrawServiceReferral,
} from '../capabilities/serviceReferrals/serviceReferral.actions.ts'
import { NewServiceReferral, type Answer } from '../capabilities/serviceReferrals/serviceReferral.ts'
import type { CaseWork } from '../platform/work.ts'
import { offeredBy, serviceOf } from './directory.ts'
import { receiver } from './receiver.ts'
import type { Told } from './visits.ts'

type Moment = [daysLater: number, act: (work: CaseWork, id: string) => Promise<unknown>]
interface Life {
  /** Days ago it was sent, where the case is old enough. */
  ago: number
  type: NewServiceReferral['serviceType']
  /** Of the invented county's services. */
  kind: string
  request: string
  sent?: false
  then: Moment[]
}

const says =
  (to: Answer['to'], reasonCode: Answer['reasonCode'] = null): Moment[1] =>
  (work, id) =>
    recordAnswer(work, id, { to, reasonCode, reason: null })
const ends =
  (needMet: LoopClosing['needMet'], notMetReason: LoopClosing['notMetReason'] = null, clientExperience = ''): Moment[1] =>
  (work, id) =>
    closeLoop(work, id, {
      clientReached: needMet === 'not-met' ? 'no' : 'yes',
      reachedOn: needMet === 'not-met' ? null : work.today,
      serviceReceived: '',
      needMet,
      notMetReason,
      clientExperience,
    })
const appoints: Moment[1] = (work, id) =>
  recordAppointment(work, id, { day: work.today, time: '10:30', note: 'Bring a photo ID' })

const lives: Life[] = [
  { ago: 1, type: 'legal', kind: 'Legal help with housing', request: 'Letter about the security deposit', sent: false, then: [] },
  { ago: 3, type: 'transport', kind: 'Rides to the doctor', request: 'Rides to therapy on Tuesdays and Thursdays', then: [] },
  { ago: 12, type: 'utilities', kind: 'Power and heating help', request: 'Help with the winter bill', then: [] },
  { ago: 9, type: 'medical', kind: 'Primary care', request: 'A first appointment', then: [[2, says('accepted')]] },
  {
    ago: 14,
    type: 'mental-health',
    kind: 'Counseling',
    request: 'Counseling in the evening',
    then: [
      [1, says('accepted')],
      [8, appoints],
    ],
  },
  {
    ago: 20,
    type: 'benefits',
    kind: 'SNAP and cash benefits',
    request: 'Application for food benefits',
    then: [
      [1, says('accepted')],
      [3, says('in-progress')],
    ],
  },
  {
    ago: 40,
    type: 'housing',
    kind: 'Housing counselling',
    request: 'A place with a door that locks',
    then: [
      [2, says('accepted')],
      [5, says('on-hold', 'waitlist')],
      [5, (work, id) => recordEnrollment(work, id, { state: 'waitlisted', from: work.today, until: null })],
    ],
  },
  {
    ago: 16,
    type: 'identification',
    kind: 'Reentry navigation',
    request: 'A new state ID',
    then: [
      [0, says('accepted')],
      [6, says('completed')],
    ],
  },
  {
    ago: 25,
    type: 'food',
    kind: 'Food pantry',
    request: 'A box every week',
    then: [
      [1, says('accepted')],
      [2, says('completed')],
      [3, ends('met', null, 'Enough for the children, and nobody asked questions.')],
    ],
  },
  { ago: 7, type: 'shelter', kind: 'Night shelter', request: 'A bed for tonight', then: [[0, says('rejected', 'no-capacity')]] },
  {
    ago: 30,
    type: 'equipment',
    kind: 'Medical equipment loans',
    request: 'A walker',
    then: [
      [3, says('rejected', 'not-eligible')],
      [5, ends('not-met', 'not-eligible')],
    ],
  },
  {
    ago: 33,
    type: 'employment',
    kind: 'Job search',
    request: 'A talk about work at a desk',
    then: [
      [2, says('accepted')],
      [9, says('failed', 'client-did-not-come')],
      [12, ends('partly', 'hours')],
    ],
  },
  {
    ago: 11,
    type: 'transport',
    kind: 'Rides to the doctor',
    request: 'A ride home after dialysis',
    then: [
      [1, says('accepted')],
      [6, says('cancelled', 'staffing')],
    ],
  },
  {
    ago: 10,
    type: 'childcare',
    kind: 'Home visits for new parents',
    request: 'Three afternoons a week',
    then: [
      [3, (work, id) => withdrawServiceReferral(work, id, { to: 'cancelled', reasonCode: 'no-longer-needed', reason: null })],
    ],
  },
  {
    ago: 45,
    type: 'social',
    kind: 'Friendly calls',
    request: 'Somebody to visit on Sundays',
    then: [
      [1, says('accepted')],
      [20, ends('met')],
    ],
  },
]

/** Three for each person whose case is alive, each another life of a referral. */
export async function referFor(told: Told, index: number): Promise<void> {
  for (let nth = 0; nth < 3; nth += 1) await live(told, lives[(index * 3 + nth) % lives.length], index, nth)
}

async function live({ telling, who, caseId, person }: Told, life: Life | undefined, index: number, nth: number): Promise<void> {
  if (!life) return
  const sentAgo = Math.max(1, Math.min(life.ago, person.since - 7))
  const on = <T>(daysAgo: number, minute: number, act: (work: CaseWork) => Promise<T>) =>
    telling.onCase(who, Math.max(0, daysAgo), `${daysAgo > 0 ? 11 + nth : '08'}:${String(minute).padStart(2, '0')}`, caseId, act)
  const id = await on(sentAgo, 0, async (work) => {
    const { kind, type, request } = life
    const wanted = { performer: { kind: 'service', serviceId: serviceOf(kind, index + nth) }, serviceType: type, request }
    const drafted = await draftServiceReferral(work, NewServiceReferral.parse(wanted))
    const basis = { ground: 'treatment' as const, explanation: '' }
    // What goes to the organization whose receiver has an account goes by link, and so into their inbox.
    const byLink = offeredBy(kind, index + nth) === receiver.organization
    const how = byLink ? { way: 'link-printed' as const, codeDigest: randomBytes(32).toString('hex') } : { way: 'phone' as const, codeDigest: null }
    if (life.sent !== false) await sendServiceReferral(work, drafted.id, { ...how, sentTo: kind, basis })
    return drafted.id
  })
  for (const [step, [later, act]] of life.then.entries())
    if (sentAgo - later >= 0) await on(sentAgo - later, 5 + step, (work) => act(work, id))
}
