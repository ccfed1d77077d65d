// A field that grows with its words. Where the browser sizes it by itself nothing is measured while somebody writes: in a long note measuring takes longer than a frame.
import { Textarea, type TextareaProps } from '@mantine/core'
import classes from './GrowingText.module.css'

const sizesItself = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')

/** As high as so many lines, with the field's own padding and border. */
const lines = (count: number) => `calc(${count} * 1lh + 18px)`

/** More letters than so many in a line do not fit: the field is as high as it may be, whatever is written. */
const widestLine = 160

type GrowingTextProps = Omit<TextareaProps, 'autosize' | 'classNames' | 'styles'> & {
  /** how long the text is by now: a field that is full does not look how high it should be */
  length?: number
}

export function GrowingText({ minRows = 2, maxRows, length = 0, ...rest }: GrowingTextProps) {
  if (!sizesItself) return <Textarea autosize minRows={minRows} {...(maxRows !== undefined && { maxRows })} {...rest} />
  const full = maxRows !== undefined && length > maxRows * widestLine
  const height = full ? { height: lines(maxRows) } : { minHeight: lines(minRows), ...(maxRows !== undefined && { maxHeight: lines(maxRows) }) }
  return <Textarea classNames={{ input: (full ? classes.full : classes.grows) ?? '' }} styles={{ input: height }} {...rest} />
}
