// The requests that make up a case manager's day: what `npm run bench` measures and whose plans are checked.
import type { Person } from '../test/world.ts'
import type { Load } from './generate.ts'

export interface Target {
  url: string
  body?: object
  /** The version that a change is made over: the first; each answer tells the next. */
  ifMatch?: number
  /** Where each target asks something else than the request's own search. */
  search?: string
}
export interface Hot {
  name: string
  as: Person
  method: 'GET' | 'POST' | 'PATCH'
  /** Asked in turn, so that no answer is warm only because it was just given; a change has one for each connection. */
  targets: Target[]
  /** what is searched for, percent-encoded for its header */
  search?: string
  /** It counts over a whole program, so it may read whole tables; it is measured all the same. */
  sweeps?: boolean
  /** What the product promises at 16 connections and 100,000 clients. */
  budget?: Budget
  /** No bare server does the same: a document is typeset. */
  floorless?: true
}
export interface Budget {
  /** of the floor's requests a second, at least */
  ofFloor?: number
  /** milliseconds */
  p95?: number
  p50?: number
}

const read: Budget = { ofFloor: 0.5 }
const written: Budget = { ofFloor: 0.4 }

export function hotRequests({ carried, supervised }: Load): Hot[] {
  const each = (pathOf: (each: Load['carried'][number]) => string): Target[] => carried.map((one) => ({ url: pathOf(one) }))
  const plain = (url: string): Target[] => [{ url }]
  return [
    { name: 'who am I', as: 'maya', method: 'GET', targets: plain('/api/me') },
    { name: 'my work list', as: 'maya', method: 'GET', targets: plain('/api/tasks/mine'), budget: read },
    { name: 'caseload', as: 'maya', method: 'GET', targets: plain('/api/caseload'), budget: read },
    { name: 'since yesterday', as: 'maya', method: 'GET', targets: plain('/api/home/since') },
    {
      name: 'name search',
      as: 'ines',
      method: 'GET',
      targets: plain('/api/clients'),
      search: 'gar%20tes',
      budget: { ...read, p95: 30 },
    },
    {
      name: 'name search, own cases',
      as: 'maya',
      method: 'GET',
      targets: plain('/api/clients'),
      search: 'zam',
      budget: { p95: 30 },
    },
    {
      name: 'client header',
      as: 'maya',
      method: 'GET',
      targets: each(({ clientId }) => `/api/clients/${clientId}`),
      budget: read,
    },
    {
      name: 'client chart',
      as: 'maya',
      method: 'GET',
      targets: each(({ clientId }) => `/api/clients/${clientId}/chart`),
      budget: { ...read, p95: 25 },
    },
    {
      name: 'story page',
      as: 'maya',
      method: 'GET',
      targets: each(({ clientId }) => `/api/clients/${clientId}/story`),
      budget: read,
    },
    { name: 'who looked', as: 'maya', method: 'GET', targets: each(({ clientId }) => `/api/clients/${clientId}/looks`) },
    { name: 'case', as: 'maya', method: 'GET', targets: each(({ caseId }) => `/api/cases/${caseId}`), budget: read },
    { name: 'plan', as: 'maya', method: 'GET', targets: each(({ caseId }) => `/api/cases/${caseId}/plan`), budget: read },
    {
      name: 'contacts of a case',
      as: 'maya',
      method: 'GET',
      targets: each(({ caseId }) => `/api/cases/${caseId}/contacts`),
      budget: read,
    },
    {
      name: 'tasks of a case',
      as: 'maya',
      method: 'GET',
      targets: each(({ caseId }) => `/api/cases/${caseId}/tasks`),
      budget: read,
    },
    {
      name: 'assessments of a case',
      as: 'maya',
      method: 'GET',
      targets: each(({ caseId }) => `/api/cases/${caseId}/assessments`),
      budget: read,
    },
    { name: 'referral inbox', as: 'ines', method: 'GET', targets: plain('/api/referrals') },
    { name: 'case, supervisor', as: 'omar', method: 'GET', targets: supervised.map((id) => ({ url: `/api/cases/${id}` })) },
    { name: 'team, supervisor', as: 'omar', method: 'GET', targets: plain('/api/team'), sweeps: true },
    { name: 'contact composite', as: 'maya', method: 'POST', targets: carried.map(composite), budget: written },
    {
      name: 'create task',
      as: 'maya',
      method: 'POST',
      targets: carried.map(({ caseId, clientId }) => ({
        url: '/api/tasks',
        body: { title: 'Call the clinic', due: '2099-01-05', caseId, clientId },
      })),
      budget: written,
    },
    { name: 'goal update', as: 'maya', method: 'PATCH', targets: carried.flatMap(goalChanges), budget: written },
    {
      name: 'closure summary PDF',
      as: 'maya',
      method: 'GET',
      targets: each(({ caseId }) => `/api/cases/${caseId}/closure/pdf`),
      budget: { p50: 60 },
      floorless: true,
    },
  ]
}

/** One save (the third goal is left to `goal update`): the note, its minutes and miles, two goals moved and the next task, with story and audit. */
const composite = ({ caseId, goalIds }: Load['carried'][number]): Target => ({
  url: `/api/cases/${caseId}/contacts`,
  body: {
    kind: 'completed',
    mode: 'home',
    occurredAt: '2026-01-05T15:00:00Z',
    durationMinutes: 15,
    travelMinutes: 20,
    distanceTenthsMile: 74,
    narrative: 'Spoke about the week.',
    goalIds: goalIds.slice(0, 2),
    nextStep: 'Call on Friday',
    lateReason: 'Entered from paper.',
    intended: {
      goalsMoved: goalIds
        .slice(0, 2)
        .map((goalId) => ({ goalId, achievement: 'improving', evidence: 'Walked to the shop and back.' })),
      nextTask: { title: 'Call on Friday', due: '2099-01-09' },
    },
    sign: true,
  },
})

const goalChanges = ({ caseId, goalIds }: Load['carried'][number]): Target[] =>
  goalIds.slice(2).map((id) => ({
    url: `/api/cases/${caseId}/goals/${id}`,
    body: { clientWords: 'I want to run my week by myself' },
    ifMatch: 1,
  }))
