// The requests that make up a case manager's day: what `npm run bench` measures and whose plans are checked.
import type { Person } from '../test/world.ts'
import type { Load } from './generate.ts'

export interface Hot {
  name: string
  as: Person
  method: 'GET' | 'POST'
  url: string
  body?: object
  /** what is searched for, percent-encoded for its header */
  search?: string
  /** It counts over a whole program, so it may read whole tables; it is measured all the same. */
  sweeps?: boolean
}

export const hotRequests = ({ caseId, clientId }: Load): Hot[] => [
  { name: 'who am I', as: 'maya', method: 'GET', url: '/api/me' },
  { name: 'home: what needs me', as: 'maya', method: 'GET', url: '/api/tasks/mine' },
  { name: 'home: my cases', as: 'maya', method: 'GET', url: '/api/caseload' },
  { name: 'home: since yesterday', as: 'maya', method: 'GET', url: '/api/home/since' },
  { name: 'search “gar tes”', as: 'ines', method: 'GET', url: '/api/clients', search: 'gar%20tes' },
  { name: 'search, case manager', as: 'maya', method: 'GET', url: '/api/clients', search: 'zam' },
  { name: 'client: header', as: 'maya', method: 'GET', url: `/api/clients/${clientId}` },
  { name: 'client: chart', as: 'maya', method: 'GET', url: `/api/clients/${clientId}/chart` },
  { name: 'client: story', as: 'maya', method: 'GET', url: `/api/clients/${clientId}/story` },
  { name: 'client: who looked', as: 'maya', method: 'GET', url: `/api/clients/${clientId}/looks` },
  { name: 'case', as: 'maya', method: 'GET', url: `/api/cases/${caseId}` },
  { name: 'case: plan', as: 'maya', method: 'GET', url: `/api/cases/${caseId}/plan` },
  { name: 'case: contacts', as: 'maya', method: 'GET', url: `/api/cases/${caseId}/contacts` },
  { name: 'case: tasks', as: 'maya', method: 'GET', url: `/api/cases/${caseId}/tasks` },
  { name: 'case: assessments', as: 'maya', method: 'GET', url: `/api/cases/${caseId}/assessments` },
  { name: 'referral inbox', as: 'ines', method: 'GET', url: '/api/referrals' },
  { name: 'case as supervisor', as: 'omar', method: 'GET', url: `/api/cases/${caseId}` },
  { name: 'team as supervisor', as: 'omar', method: 'GET', url: '/api/team', sweeps: true },
  {
    name: 'record a contact',
    as: 'maya',
    method: 'POST',
    url: `/api/cases/${caseId}/contacts`,
    body: {
      kind: 'completed',
      mode: 'phone',
      occurredAt: '2026-01-05T15:00:00Z',
      durationMinutes: 15,
      narrative: 'Spoke about the week.',
      nextStep: 'Call on Friday',
      noGoalReason: 'general check-in',
      lateReason: 'Entered from paper.',
      sign: true,
    },
  },
]
