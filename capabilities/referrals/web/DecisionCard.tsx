// What next: the one step that waits, and the other decisions a person may take from here, each with its own few questions.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { createElement, type ComponentType } from 'react'
import { useSearchParam } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { ChipButton, Chips } from '../../../web/design/Chip.tsx'
import { DueText } from '../../../web/design/DateText.tsx'
import { useMe } from '../../../web/me.tsx'
import type { ReferralPage } from '../page.ts'
import type { ReferralStatus } from '../referral.ts'
import { AcceptForm } from './AcceptForm.tsx'
import { DeclineForm } from './DeclineForm.tsx'
import { RedirectForm } from './RedirectForm.tsx'
import { AnswerForm, AskForm, ReturnForm, WaitlistForm } from './WaitingForms.tsx'
import { DuplicateForm, WithdrawForm } from './WithdrawForms.tsx'
import { nextWords } from './referralWords.ts'
import classes from './referrals.module.css'
import { TriageForm } from './TriageForm.tsx'

type Choice = 'triage' | 'accept' | 'ask' | 'waitlist' | 'redirect' | 'decline' | 'answer' | 'return' | 'withdraw' | 'duplicate'
export interface DecisionProps {
  page: ReferralPage
}

const choicesIn: Partial<Record<ReferralStatus, Choice[]>> = {
  received: ['triage', 'withdraw', 'duplicate'],
  triaged: ['accept', 'ask', 'waitlist', 'redirect', 'decline', 'withdraw', 'duplicate'],
  info_requested: ['answer', 'withdraw', 'duplicate'],
  waitlisted: ['return', 'withdraw', 'duplicate'],
}
const forms: Record<Choice, ComponentType<DecisionProps>> = {
  triage: TriageForm,
  accept: AcceptForm,
  ask: AskForm,
  waitlist: WaitlistForm,
  redirect: RedirectForm,
  decline: DeclineForm,
  answer: AnswerForm,
  return: ReturnForm,
  withdraw: WithdrawForm,
  duplicate: DuplicateForm,
}

export function DecisionCard({ page }: DecisionProps) {
  const { today } = useMe()
  const [asked, choose] = useSearchParam('do')
  const { status, facts, informationQuestion } = page.referral
  const choices = (choicesIn[status] ?? []).filter((choice) => choice !== 'waitlist' || facts.urgency !== 'urgent-safety')
  const chosen = choices.find((choice) => choice === asked) ?? (choices[0] === 'accept' ? undefined : choices[0])
  const words: Record<Choice, string> = {
    triage: t`Triage`,
    accept: t`Accept`,
    ask: t`Ask for information`,
    waitlist: t`Waitlist`,
    redirect: t`Redirect`,
    decline: t`Decline`,
    answer: t`Record the answer`,
    return: t`Take off the waitlist`,
    withdraw: t`Withdrawn`,
    duplicate: t`Duplicate`,
  }
  return (
    <Card
      padded
      title={nextWords(page.next, today)}
      aside={page.next.dueOn && <DueText day={page.next.dueOn} />}
      label={t`What next`}
    >
      <div className={classes.stack}>
        {status === 'info_requested' && informationQuestion && (
          <p>
            <Trans>We asked:</Trans> <q>{informationQuestion}</q>
          </p>
        )}
        <Chips label={t`Decisions`}>
          {choices.map((choice) => (
            <ChipButton key={choice} pressed={choice === chosen} onClick={() => choose(choice)}>
              {words[choice]}
            </ChipButton>
          ))}
        </Chips>
        {chosen && createElement(forms[chosen], { page, key: chosen })}
      </div>
    </Card>
  )
}
