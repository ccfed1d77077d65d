// Letters by e-mail, through whatever SMTP server the installation names; without one nothing is mailed, and screens show what to hand over
// instead. A letter is sent by a job after the commit (the outbox is the job queue), never by a request.
export interface Letter {
  to: string
  subject: string
  text: string
}
interface PostOffice {
  from: string
  /** The address under which people reach this installation, without a slash at the end. */
  publicUrl: string
  send(letter: Letter): Promise<void>
  close(): void
}

let open: PostOffice | null = null

/** Set once when the process starts (main.ts); `smtpUrl` as smtp://user:password@host:port or smtps://…. Answers how to close it, which goes back to the one before. */
export async function openPostOffice({
  smtpUrl,
  from,
  publicUrl,
}: {
  smtpUrl: string
  from: string
  publicUrl: string
}): Promise<() => void> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(smtpUrl, { from, disableFileAccess: true, disableUrlAccess: true })
  const office: PostOffice = {
    from,
    publicUrl,
    send: async (letter) => void (await transport.sendMail(letter)),
    close: () => transport.close(),
  }
  const earlier = open
  open = office
  return () => {
    office.close()
    if (open === office) open = earlier
  }
}

export const canMail = (): boolean => open !== null
export const publicAddress = (): string => open?.publicUrl ?? ''
export async function mailLetter(letter: Letter): Promise<void> {
  if (!open) throw new Error('No mail server is configured.')
  await open.send(letter)
}
