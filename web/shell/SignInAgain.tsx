// Signing in again in place: over whatever was open, so that a pending save goes on and nothing is lost.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Modal } from '@mantine/core'
import { useMe } from '../me.tsx'
import { SignInForm } from '../signIn/SignInForm.tsx'
import { signedInAgain } from '../signInGate.ts'

export default function SignInAgain() {
  const { staff } = useMe()
  /** Somebody else at the same desk must not go on with this person's work. */
  const entered = async () => {
    const response = await fetch('/api/me')
    const now: { staff?: { id: string } } = await response.json()
    if (now.staff?.id === staff.id) signedInAgain()
    else window.location.assign('/')
  }
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} overlayProps={{ blur: 12, backgroundOpacity: 0.6 }} title={t`Sign in again to go on`}>
      <p style={{ marginBottom: 12 }}><Trans>You were away for a while, {staff.name}. What you were writing is still here.</Trans></p>
      <SignInForm beside onSignedIn={() => void entered()} />
    </Modal>
  )
}
