// The sentence a colleague would say about a task: what, why, and the one place where it is done.
import { plural, t } from '@lingui/core/macro'
import { dayWords, daysBetween } from '../../../web/words.ts'
import type { Task } from '../task.ts'

export type SayableTask = Pick<Task, 'rule' | 'title' | 'params' | 'aboutType' | 'aboutId' | 'clientId' | 'caseId'> & { clientName?: string | null; askedBy?: string | null }
export interface TaskWords {
  title: string
  why: string
  action: { label: string; href: string } | null
}

/** "today", "yesterday", "Mon 16 Feb". */
export function since(day: string, today: string): string {
  const days = daysBetween(day, today)
  return days === 0 ? t`today` : days === 1 ? t`yesterday` : dayWords(day, today)
}

export function sayTask(task: SayableTask, today: string): TaskWords {
  const said = (name: string): string => (task.params[name] === undefined ? '' : String(task.params[name]))
  const day = (name: string): string => (said(name) === '' ? '' : since(said(name), today))
  const name = task.clientName ?? (said('name') || t`this person`)
  const page = (tab: string, more = '') => (task.clientId ? `/clients/${task.clientId}/${tab}${task.caseId ? `?case=${task.caseId}` : ''}${more}` : '/clients')
  return wordsByRule({ task, said, day, name, page })
}

interface Saying {
  task: SayableTask
  said: (name: string) => string
  day: (name: string) => string
  name: string
  page: (tab: string, more?: string) => string
}

function wordsByRule(saying: Saying): TaskWords {
  const { task, said, day, name, page } = saying
  switch (task.rule) {
    case 'reply-to-source':
      return {
        title: said('source') ? t`Reply to ${said('source')} about ${name}` : t`Reply to the referral source about ${name}`,
        why: day('receivedOn') ? t`Received ${day('receivedOn')}. Referral sources hear from us within 1 business day.` : t`Referral sources hear from us within 1 business day.`,
        action: { label: t`Reply`, href: `/referrals/${task.aboutId}` },
      }
    case 'information-requested':
      return { title: t`Ask again for what is missing about ${name}`, why: said('askedOf') ? t`We asked ${said('askedOf')} and have no answer yet.` : t`There is no answer yet.`, action: { label: t`See referral`, href: `/referrals/${task.aboutId}` } }
    case 'first-attempt': {
      const within = plural(Number(said('businessDays') || 2), { one: '# business day', other: '# business days' })
      return { title: t`Call ${name} for the first time`, why: day('acceptedOn') ? t`Accepted ${day('acceptedOn')}; first attempt within ${within}.` : t`First attempt within ${within}.`, action: { label: t`Record a call`, href: page('story', '&record=call') } }
    }
    case 'note-unsigned':
      return { title: t`Sign your note about ${name}`, why: day('occurredOn') ? t`The contact was ${day('occurredOn')}. Notes are signed within 2 business days.` : t`Notes are signed within 2 business days.`, action: { label: t`Open note`, href: page('story') } }
    case 'own':
      return { title: task.title ?? '', why: ownWhy(saying), action: task.clientId ? { label: t`Open`, href: page('story') } : null }
    case 'transfer-request':
      return { title: said('from') ? t`Answer ${said('from')}: will you take over ${name}?` : t`Will you take over ${name}?`, why: said('reason'), action: { label: t`Answer`, href: page('case') } }
    case 'credential-expiring':
      return credentialEnds(saying)
    case 'emergency-review':
      return { title: said('name') ? t`Review why ${said('name')} opened a record in an emergency` : t`Review a record opened in an emergency`, why: t`Somebody else looks at it within 2 business days.`, action: { label: t`Review`, href: `/emergency-access/${task.aboutId}` } }
    case 'entry-verification':
    case 'entry-report':
      return entryTask(saying)
    default:
      return aboutTheWork(saying)
  }
}

/** An entry of the directory is to be looked at: it is old, or a colleague says that something is wrong. */
function entryTask({ task, said, day }: Saying): TaskWords {
  const service = [said('name'), said('organization')].filter(Boolean).join(', ')
  const action = { label: t`Verify`, href: `/directory/services/${task.aboutId}?do=verify` }
  if (task.rule === 'entry-report')
    return { title: t`Look at what is wrong: ${service}`, why: said('reportedBy') ? t`${said('reportedBy')} says that something in the directory is wrong.` : t`A colleague says that something in the directory is wrong.`, action }
  return { title: t`Verify: ${service}`, why: day('verifiedOn') ? t`Last verified ${day('verifiedOn')}. Entries are verified every 180 days.` : t`Never verified. Entries are verified every 180 days.`, action }
}

function aboutTheWork({ task, said, day, name, page }: Saying): TaskWords {
  switch (task.rule) {
    case 'assessment-due':
      return { title: t`Complete the assessment of ${name}`, why: day('activatedOn') ? t`The work began ${day('activatedOn')}. The comprehensive assessment is done within 30 days.` : t`The comprehensive assessment is done within 30 days.`, action: { label: t`Assess`, href: page('assessments') } }
    case 'plan-due':
      return { title: t`Agree on a plan with ${name}`, why: day('completedOn') ? t`Assessed ${day('completedOn')}. The plan follows within 30 days.` : t`The plan follows the assessment within 30 days.`, action: { label: t`Open plan`, href: page('plan') } }
    case 'plan-review':
      return { title: t`Review the plan with ${name}`, why: said('number') ? t`Plan ${said('number')}. How often depends on the level of acuity.` : t`How often depends on the level of acuity.`, action: { label: t`Review`, href: page('plan/review') } }
    case 'plan-signature':
      return { title: t`Ask ${name} to sign the plan`, why: t`Agreed by word; the signature, or the refusal, is still to come.`, action: { label: t`Open plan`, href: page('plan') } }
    case 'consent-expiring':
      return { title: t`Renew the consent of ${name}`, why: day('expiresOn') ? t`It ends ${day('expiresOn')}; only ${name} can renew it.` : t`Only ${name} can renew it.`, action: { label: t`Prepare`, href: page('consents') } }
    case 'closure-summary-due':
      return { title: t`Write the closure summary of ${name}`, why: day('closingOn') ? t`Closing since ${day('closingOn')}. The summary is signed within 10 business days.` : t`The summary is signed within 10 business days.`, action: { label: t`Write`, href: page('closure') } }
    case 'safety-response':
      return task.aboutType === 'referral'
        ? { title: t`See to the safety of ${name} today`, why: said('danger') || t`The referral speaks of danger.`, action: { label: t`Respond`, href: `/referrals/${task.aboutId}` } }
        : { title: t`Follow the safety answer of ${name}`, why: said('concern') ? t`${said('concern')}. It closes with a signed response.` : t`It closes with a signed response.`, action: { label: t`Respond`, href: page(said('assessmentId') ? `assessments/${said('assessmentId')}` : 'assessments') } }
    default:
      return task.rule.startsWith('service-') ? aboutAService({ task, said, day, name, page }) : signOff({ task, said, day, name, page })
  }
}

function aboutAService({ task, said, day, name, page }: Saying): TaskWords {
  const performer = said('performer')
  const open = (label: string) => ({ label, href: page(`services/${task.aboutId}`) })
  const sent = day('requestedOn')
  switch (task.rule) {
    case 'service-answer':
      return { title: t`Ask ${performer} whether they take ${name}`, why: sent ? t`Sent ${sent}, and no answer yet.` : t`There is no answer yet.`, action: open(t`Look`) }
    case 'service-appointment':
      return { title: t`Ask ${name} whether they got to ${performer}`, why: t`Appointment: ${day('appointmentOn')}. The client is asked within 2 business days after it.`, action: open(t`Record`) }
    case 'service-declined':
      return { title: t`Find another way for ${name}: ${performer} said no`, why: t`Until another service is asked, or we know what became of the need, it stays here.`, action: open(t`See options`) }
    case 'service-question':
      return { title: t`${performer} asks about ${name}`, why: t`Their answer waits for ours.`, action: open(t`Answer`) }
    default:
      return { title: t`Did ${performer} help ${name}?`, why: t`The loop is closed when we know that the client got there and whether the need was met.`, action: open(t`Close the loop`) }
  }
}

function signOff({ task, said, name, page }: Saying): TaskWords {
  if (said('topic') === 'closing' && task.aboutType === 'closing')
    return { title: t`Decide whether we end the work with ${name}`, why: said('explanation'), action: { label: t`Decide`, href: page('case') } }
  if (task.aboutType.startsWith('plan'))
    return { title: t`Sign off the plan of ${name}`, why: t`At this level of acuity a supervisor signs the plan off.`, action: { label: t`See plan`, href: page('plan') } }
  if (task.aboutType.startsWith('closure'))
    return { title: t`Sign off the closure of ${name}`, why: t`The summary is written; a supervisor signs it off.`, action: { label: t`See summary`, href: page('closure') } }
  return { title: t`Decide about ${name}`, why: said('explanation') || t`A supervisor decides.`, action: { label: t`Decide`, href: page('case') } }
}

function credentialEnds({ task, said, day }: Saying): TaskWords {
  const ends = day('expiresOn')
  const why = ends ? t`It ends ${ends}. Without it no new case can be given.` : t`Without it no new case can be given.`
  const team = { label: t`See team`, href: '/team' }
  switch (task.aboutType) {
    case 'cases-without-credential':
      return { title: t`Find somebody for the cases of ${said('name')}`, why: t`${said('title')} ended ${ends}, and cases depend on it.`, action: team }
    case 'credential-of-colleague':
      return { title: t`Talk with ${said('name')} about renewing ${said('title')}`, why, action: team }
    case 'credential-of-staff':
      return { title: t`Record the renewal: ${said('title')} of ${said('name')}`, why, action: { label: t`See staff`, href: '/administration' } }
    default:
      return { title: said('title') ? t`Renew ${said('title')}` : t`Renew a credential`, why, action: team }
  }
}

function ownWhy({ task }: Saying): string {
  if (task.askedBy && task.clientName) return t`${task.askedBy} · ${task.clientName}`
  return task.clientName ?? t`My own to-do`
}
