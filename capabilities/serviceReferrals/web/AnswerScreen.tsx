// The receiver's page behind a link: no account. The code stands after the # of the address or is typed from paper; it travels in a header only.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import { Button, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Reading } from '../../../web/design/Reading.tsx'
import { speak } from '../../../web/i18n.ts'
import { useRead } from '../../../web/reads.ts'
import { codeText, readCode } from '../code.ts'
import type { ReceiversPage } from '../receiver.actions.ts'
import { ReceivedReferral } from './ReceivedReferral.tsx'
import classes from './services.module.css'

export default function AnswerScreen() {
  const { i18n } = useLingui()
  const [code, setCode] = useState(() => readCode(window.location.hash.slice(1)))
  useEffect(() => {
    document.title = t`Answer a referral`
  }, [i18n.locale])
  const other = i18n.locale === 'es' ? 'en' : 'es'
  return (
    <main className={classes.public}>
      <div className={classes.head}><Button variant="default" lang={other} onClick={() => void speak(other)}>{other === 'en' ? 'English' : 'Español'}</Button></div>
      {code ? <Behind code={code} onOther={() => setCode(null)} /> : <TypeCode onCode={setCode} />}
    </main>
  )
}

function TypeCode({ onCode }: { onCode: (code: string) => void }) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const open = () => {
    const code = readCode(typed)
    if (code) onCode(code)
    setWrong(!code)
  }
  return (
    <form className={classes.stack} onSubmit={(event) => { event.preventDefault(); open() }}>
      <h1><Trans>Answer a referral</Trans></h1>
      <TextInput label={t`The code on your paper`} description={t`Sixteen letters and digits, in four groups`} value={typed} error={wrong && t`That is not a whole code. It has sixteen letters and digits.`} onChange={(event) => setTyped(event.currentTarget.value)} autoCapitalize="characters" autoComplete="off" spellCheck={false} />
      <div><Button type="submit"><Trans>Open it</Trans></Button></div>
    </form>
  )
}

function Behind({ code, onOther }: { code: string; onOther: () => void }) {
  const page = useRead<ReceiversPage>('/public/service-referral', { query: { link: code } })
  // Once answered to its end the link is dead; what is on the screen says so until it is left.
  const [ended, setEnded] = useState(false)
  if (ended) return <Thanks />
  if (page.problem?.code === 'link.ended') return <Dead code={code} onOther={onOther} />
  return <Reading of={page} lines={8}>{(view) => <ReceivedReferral view={view} to={{ path: '/public/service-referral', link: code }} onEnded={() => setEnded(true)} onAnswered={() => void page.refetch()} />}</Reading>
}

function Dead({ code, onOther }: { code: string; onOther: () => void }) {
  return (
    <div className={classes.stack} role="alert">
      <h1><Trans>This link opens nothing any more</Trans></h1>
      <p><Trans>It was used to the end, taken back, or has run out. Ask whoever sent it to you.</Trans></p>
      <p className="soft small">{codeText(code)}</p>
      <div><Button variant="default" onClick={onOther}><Trans>Type another code</Trans></Button></div>
    </div>
  )
}

const Thanks = () => (
  <div className={classes.stack} role="status">
    <h1><Trans>Thank you. We have your answer.</Trans></h1>
    <p><Trans>There is nothing else to do. This link is closed now; you can close the page.</Trans></p>
  </div>
)
