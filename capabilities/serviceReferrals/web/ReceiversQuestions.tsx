// The receiver asks, and reads what we answered.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useState } from 'react'
import { Form, LongTextField } from '../../../web/design/Form.tsx'
import { useWrite } from '../../../web/reads.ts'
import { longDayWords } from '../../../web/words.ts'
import type { ReceiversPage } from '../receiver.actions.ts'
import type { Answering } from './ReceiversAnswer.tsx'
import classes from './services.module.css'

export function ReceiversQuestions({ view, to, onAnswered }: { view: ReceiversPage; to: Answering; onAnswered: () => void }) {
  const [words, setWords] = useState('')
  const [sent, setSent] = useState(false)
  const { save, saving, problem } = useWrite<object>('POST', `${to.path}/questions`, { ...(to.link && { link: to.link }), onSaved: () => { setWords(''); setSent(true); onAnswered() } })
  const { agency } = view.package
  return (
    <section className={classes.stack} aria-label={t`Questions`}>
      <h2><Trans>Questions</Trans></h2>
      {view.messages.map((each, index) => (
        <div key={`${each.on} ${index}`} className={classes.said}>
          <p>{each.words}</p>
          <span className="soft small">{each.author === 'us' ? agency.name : <Trans>You</Trans>} · {longDayWords(each.on)}</span>
        </div>
      ))}
      {sent && <p role="status">{to.link ? <Trans>Sent. The answer appears here; come back with the same link.</Trans> : <Trans>Sent. The answer appears here.</Trans>}</p>}
      <Form onSave={() => void save({ words })} saving={saving} problem={problem} saveLabel={<Trans>Ask</Trans>}>
        <LongTextField path="words" label={t`Ask ${agency.name}`} optional minRows={2} value={words} problem={problem} onChange={(event) => setWords(event.currentTarget.value)} />
      </Form>
    </section>
  )
}
