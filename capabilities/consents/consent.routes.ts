// HTTP for consents, authorizations and notices.
import { z } from 'zod'
import { change, read, write, type Route } from '../../platform/capability.ts'
import type { ClientWork } from '../../platform/work.ts'
import {
  changeDraft,
  consentsOf,
  draftConsent,
  engagementOf,
  noteEnding,
  recordConsent,
  revokeConsent,
  signDraft,
} from './consent.actions.ts'
import { ConsentContent, Revocation } from './consent.ts'
import type { ConsentPage } from './judged.ts'

const all = '/clients/:clientId/consents'
const Ended = z.object({
  kind: z.enum(['event-happened', 'found-false']),
  byWhom: z.string().trim().min(1).max(200),
  note: z.string().trim().min(3, 'Say what happened.').max(1000),
})

export const consentRoutes: Route[] = [
  read(all, 'read-consents', pageOf, { summary: 'Every consent and notice with where it stands now' }),
  read('/cases/:caseId/engagement', 'read-consents', engagementOf, {
    summary: 'The engagement basis and notices that activation asks for',
  }),
  write(all, 'write-consents', ConsentContent, recordConsent, { summary: 'Record a consent, authorization, order or notice' }),
  write(`${all}/drafts`, 'write-consents', ConsentContent, draftConsent),
  change(`${all}/:consentId`, 'write-consents', ConsentContent, (work, content, { consentId }) =>
    changeDraft(work, content, consentId),
  ),
  change(`${all}/:consentId/signature`, 'write-consents', ConsentContent, (work, content, { consentId }) =>
    signDraft(work, content, consentId),
  ),
  write(`${all}/:consentId/revocation`, 'write-consents', Revocation, (work, revocation, { consentId }) =>
    revokeConsent(work, revocation, consentId),
  ),
  write(`${all}/:consentId/ending`, 'write-consents', Ended, (work, ended, { consentId }) => noteEnding(work, ended, consentId)),
]

async function pageOf(work: ClientWork): Promise<ConsentPage> {
  const [consents, engagement] = await Promise.all([consentsOf(work), engagementOf(work)])
  return { consents, engagement }
}
