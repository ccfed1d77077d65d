// Saves one decision about a referral and says so.
import { useWrite } from '../../../web/reads.ts'
import { sayDone } from '../../../web/design/undo.tsx'
import { useSearchParam } from '../../../web/address.ts'

/** `const { save, saving, problem } = useDecision<Triage>(id, 'triage', t`Triaged.`)`; afterwards the page shows what waits next. */
export function useDecision<Body>(referralId: string, path: string, done: string) {
  const [, choose] = useSearchParam('do')
  const onSaved = () => {
    choose(null)
    sayDone(done)
  }
  return useWrite<Body>('POST', `/referrals/${referralId}/${path}`, { renews: [referralId], onSaved })
}
