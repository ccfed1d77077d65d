// What reads differently from one version to the next, in words.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import type { PlanChange } from '../difference.ts'
import classes from './plan.module.css'
import { fieldWords, kindWords } from './words.ts'

export function Changes({ changes }: { changes: PlanChange[] }) {
  const { _ } = useLingui()
  if (changes.length === 0) return <p className="soft"><Trans>Nothing reads differently.</Trans></p>
  return (
    <div role="list" aria-label={t`What reads differently`}>
      {changes.map((each) => (
        <div key={`${each.kind} ${each.id}`} className={classes.change} role="listitem">
          <p>
            <strong>{each.change === 'added' ? <Trans>New</Trans> : each.change === 'removed' ? <Trans>Gone</Trans> : <Trans>Changed</Trans>}</strong>{' '}
            <span className="soft">{_(kindWords[each.kind])}</span> {each.title}
          </p>
          {each.fields.length > 0 && (
            <dl>
              {each.fields.map(({ field, before, after }) => {
                const name = fieldWords[field]
                return (
                  <div key={field}>
                    <dt>{name ? _(name) : field}</dt>
                    <dd>{before && <span className={classes.was}><span className="visually-hidden"><Trans>before:</Trans> </span>{before}</span>} {after || (before && <Trans>(taken out)</Trans>)}</dd>
                  </div>
                )
              })}
            </dl>
          )}
        </div>
      ))}
    </div>
  )
}
