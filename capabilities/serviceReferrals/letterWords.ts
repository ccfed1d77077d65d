// What the mail to a receiver says: who asks and where to answer. Nothing about any person stands in a mail.

export interface MailedLetter {
  to: string
  subject: string
  text: string
}

/** In English and Spanish, because we do not know who opens it. */
export function invitationLetter({ to, agencyName, link, isInquiry }: { to: string; agencyName: string; link: string; isInquiry: boolean }): MailedLetter {
  const [en, es] = isInquiry
    ? ['asks whether you have room for a client', 'pregunta si tiene lugar para una persona']
    : ['sends you a referral and asks for your answer', 'le envía una referencia y espera su respuesta']
  return {
    to,
    subject: isInquiry ? `${agencyName}: do you have room? / ¿tiene lugar?` : `${agencyName}: a referral for you / una referencia para usted`,
    text: [
      `${agencyName} ${en}.`, 'Open this page to read it and to answer. You need no account. The link is meant for you alone; please do not pass it on.', link, '',
      `${agencyName} ${es}.`, 'Abra esta página para leerla y responder. No necesita una cuenta. El enlace es solo para usted; por favor no lo comparta.', link, '',
    ].join('\n'),
  }
}

/** To a receiver with an account: that something waits, and nothing about what or whom. */
export const waitingLetter = ({ to, agencyName, address }: { to: string; agencyName: string; address: string }): MailedLetter => ({
  to,
  subject: `${agencyName}: something waits for you / algo le espera`,
  text: [`Something waits for you at ${agencyName}. Sign in to read it and to answer.`, address, '', `Algo le espera en ${agencyName}. Entre para leerlo y responder.`, address, ''].join('\n'),
})
