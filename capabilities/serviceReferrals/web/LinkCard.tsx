// The receiver's link: the code while this page still knows it, whether it opens, another one, and taking it back.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, CopyButton } from '@mantine/core'
import { useGo } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMe } from '../../../web/me.tsx'
import { dayOf } from '../../../web/words.ts'
import { codeText } from '../code.ts'
import { isOpen } from '../codes.ts'
import type { ServiceReferralView } from '../view.actions.ts'
import { digestHex, linkOf, makeCode } from './linkCode.ts'
import classes from './services.module.css'
import { useServicePaths, useServiceSave } from './useServices.ts'

export function LinkCard({ view, code, onCode }: { view: ServiceReferralView; code: string | null; onCode: (code: string | null) => void }) {
  const { agency } = useMe()
  const { referral, links, basisHolds, mayWrite } = view
  const alive = links.find((each) => each.alive)
  const renew = useServiceSave<object, { mailed: boolean }>('POST', `/${referral.id}/links`)
  const revoke = useServiceSave<object>('POST', `/${referral.id}/link-revocation`, () => { onCode(null); sayDone(t`The link is dead.`) })
  const another = async () => {
    const made = makeCode()
    const sent = await renew.save({ codeDigest: await digestHex(made) })
    if (sent) onCode(sent.mailed ? null : made)
  }
  return (
    <Card title={<Trans>Their link</Trans>}>
      <div className={classes.padded}>
        <ProblemNotice problem={renew.problem ?? revoke.problem} />
        {!basisHolds && <p className={classes.late}><Trans>The consent has ended, and with it the link.</Trans></p>}
        {code && alive && <Shown code={code} id={referral.id} />}
        {alive ? <p className="soft small">{alive.mailedAt ? <Trans>Mailed. It opens until <DateText day={dayOf(alive.expiresAt, agency.timeZone)} />.</Trans> : <Trans>It opens until <DateText day={dayOf(alive.expiresAt, agency.timeZone)} />.</Trans>}</p> : basisHolds && <p className="soft small"><Trans>It opens nothing any more.</Trans></p>}
        {mayWrite && isOpen(referral.status) && (
          <div className={classes.buttons}>
            {basisHolds && <Button size="compact-sm" variant="default" loading={renew.saving} onClick={() => void another()}><Trans>Make another link</Trans></Button>}
            {alive && <Button size="compact-sm" variant="subtle" color="red" loading={revoke.saving} onClick={() => void revoke.save({ because: 'Taken back by the sender' })}><Trans>Take the link back</Trans></Button>}
          </div>
        )}
      </div>
    </Card>
  )
}

function Shown({ code, id }: { code: string; id: string }) {
  const go = useGo()
  const paths = useServicePaths()
  return (
    <>
      <p className="small"><Trans>Hand it over now; it is not kept anywhere.</Trans></p>
      <p className={classes.code} data-testid="code">{codeText(code)}</p>
      <p className={classes.link}>{linkOf(code)}</p>
      <div className={classes.buttons}>
        <CopyButton value={linkOf(code)}>{({ copied, copy }) => <Button size="compact-sm" onClick={copy}>{copied ? <Trans>Copied</Trans> : <Trans>Copy the link</Trans>}</Button>}</CopyButton>
        <Button size="compact-sm" variant="default" onClick={() => go(paths.print(id, code))}><Trans>Print it with the code</Trans></Button>
      </div>
    </>
  )
}
