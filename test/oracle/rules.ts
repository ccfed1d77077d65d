// The oracle: who may read, change and add what, decided from the rules in words and never from the SQL. It knows no table but by what it is about.
import { exclusionOf, receives, relationOf, type Asker, type Shape } from './facts.ts'

/*
 * 1. Nothing of another agency, for anybody (M1).
 * 2. "Staff who must not know, whatever their role" (M17): while an exclusion is in force there is nothing about its client.
 * 3. "A sealed client is unobservable" to everyone outside the case's own team (INV-02): no role, no program, no emergency opens it.
 * 4. "A label hides the row from everybody without clearance for it, whoever they are; a child carries at least its parent's labels" (M7).
 * 5. A case is known to its team from the day they join until they leave; to the supervisors of its program and to quality (ADR 13); and, while an
 *    emergency is in force, to its holder (M13): from its beginning, until it is over or ended.
 * 6. A client is known through a case or an emergency; and as one of the index of clients to intake, supervisors and quality, because duplicates
 *    can be found no other way.
 * 7. What is about a case is known with the case, what is about a client with the client, what hangs on a note, an assessment or a consent with that.
 * 8. Whoever may know it may change it, except what is append-only; whoever holds an emergency alone changes nobody's access (ADR 140).
 * 9. Anybody on the staff may add a client, an enrollment or a case; what is about them, whoever knows them.
 * 10. Who looked is told to those who know the client and to the one privacy officer (ADR 140); to quality about clients it knows.
 * 11. A protected address is read by the team, or in an emergency, by nobody else (INV-03).
 * 12. A service referral is known with its case; and to a receiver with an account, whoever they are beside it, where it was sent by link to a service of
 *    their organization, link and consent are in force and nothing was answered to its end, unless they must not know the client (INV-14, INV-36). There is
 *    nothing else for a receiver: no membership, no emergency and no clearance opens anything to them (ADR 193).
 * 13. What is not written here is denied (M18).
 */
export type Resource =
  | 'client'
  | 'case'
  | 'about the case'
  | 'about the client'
  | 'about either'
  | 'labelled on the case'
  | 'labelled on either'
  | 'consent'
  | 'hangs on a note'
  | 'hangs on a consent'
  | 'protected address'
  | 'search token'
  | 'who looked'
  | 'referral'
  | 'service referral'
  | 'team'
  | 'exclusion'
  | 'enrollment'
  | 'change of labels'
export type Action = 'read' | 'change' | 'add'

const cleared = (asker: Asker, labels: number): boolean => (labels & ~asker.clearance) === 0
const rowLabel = 4
export const labelsOfRow = (shape: Shape): number => (shape.row === 'labelled' ? rowLabel : 0)
const onClient = (shape: Shape): boolean => shape.row === 'of the client'
const labelsOfCase = ({ clientLabels, caseLabels }: Shape): number => clientLabels | caseLabels

interface Standing {
  team: boolean
  emergency: boolean
  supervises: boolean
  index: boolean
  excluded: boolean
  sealed: boolean
}
function standing(asker: Asker, shape: Shape): Standing {
  const relation = relationOf(asker, shape)
  const holds = (role: Asker['roles'][number]) => !asker.former && asker.roles.includes(role)
  return {
    team: relation === 'team' || relation === 'team-for-now',
    emergency: relation === 'emergency',
    supervises: holds('quality') || (holds('supervisor') && asker.supervises && shape.program === 'supervised'),
    index: holds('intake') || holds('supervisor') || holds('quality'),
    excluded: exclusionOf(asker, shape) === 'now',
    sealed: shape.level === 'sealed',
  }
}

function knowsCase(asker: Asker, shape: Shape): boolean {
  const { team, emergency, supervises, excluded, sealed } = standing(asker, shape)
  if (asker.elsewhere || excluded || !cleared(asker, labelsOfCase(shape))) return false
  return team || (!sealed && (supervises || emergency))
}

function knowsClient(asker: Asker, shape: Shape): boolean {
  const { team, emergency, index, excluded, sealed } = standing(asker, shape)
  if (asker.elsewhere || excluded || !cleared(asker, shape.clientLabels)) return false
  return team || (!sealed && (index || emergency))
}

/** Known by an emergency and by nothing that lasts. */
function byEmergencyAlone(asker: Asker, shape: Shape): boolean {
  const { team, emergency, supervises } = standing(asker, shape)
  return emergency && !team && !supervises
}

const knowsEither = (asker: Asker, shape: Shape) => (onClient(shape) ? knowsClient(asker, shape) : knowsCase(asker, shape))

/** What of it the receivers' door shows. Whoever is on a team or holds an emergency is no receiver: such an account is shut out of that client. */
function inInbox(asker: Asker, shape: Shape): boolean {
  const relation = relationOf(asker, shape)
  return relation === 'none' && exclusionOf(asker, shape) !== 'now' && shape.sending === 'to us' && shape.consent === 'active'
}

function knows(asker: Asker, shape: Shape, resource: Resource): boolean {
  if (receives(asker)) return resource === 'service referral' && inInbox(asker, shape)
  const { team, emergency, index, excluded, sealed } = standing(asker, shape)
  switch (resource) {
    case 'client':
    case 'about the client':
    case 'exclusion':
    case 'enrollment':
      return knowsClient(asker, shape)
    case 'case':
    case 'about the case':
    case 'service referral':
    case 'team':
      return knowsCase(asker, shape)
    case 'about either':
      return knowsEither(asker, shape)
    case 'labelled on the case':
    case 'hangs on a note':
      return knowsCase(asker, shape) && cleared(asker, labelsOfRow(shape))
    case 'labelled on either':
    case 'change of labels':
      return knowsEither(asker, shape) && cleared(asker, labelsOfRow(shape))
    case 'consent':
    case 'hangs on a consent':
      return knowsClient(asker, shape) && cleared(asker, labelsOfRow(shape))
    case 'protected address':
      return knowsClient(asker, shape) && (team || emergency)
    // Opaque without the key of the agency: a token of a labelled client may be seen by the team, and leads to no client.
    case 'search token':
      return !asker.elsewhere && !excluded && (team || (emergency && !sealed) || (index && !sealed && shape.clientLabels === 0))
    case 'who looked':
      return !asker.elsewhere && (asker.officer || knowsClient(asker, shape))
    // The front door keeps its letters as far as it may know whom they led to; the case's people read theirs.
    case 'referral':
      return (index && knowsClient(asker, shape)) || (!onClient(shape) && knowsCase(asker, shape))
  }
}

/** May `asker` do `action` to a thing of this kind in this combination of facts? `appendOnly`: nothing of it is ever changed. */
export function decide(asker: Asker, shape: Shape, resource: Resource, action: Action, appendOnly = false): boolean {
  if (action === 'read') return knows(asker, shape, resource)
  if (action === 'change') {
    if (appendOnly || !knows(asker, shape, resource)) return false
    if (resource === 'search token') return knowsClient(asker, shape)
    return !((resource === 'team' || resource === 'exclusion') && byEmergencyAlone(asker, shape))
  }
  if (asker.elsewhere || receives(asker)) return false
  if (resource === 'client') return cleared(asker, shape.clientLabels)
  if (resource === 'case') return cleared(asker, labelsOfCase(shape))
  if (resource === 'enrollment') return true
  if (resource === 'team' || resource === 'exclusion') return knows(asker, shape, resource) && !byEmergencyAlone(asker, shape)
  return knows(asker, shape, resource)
}
