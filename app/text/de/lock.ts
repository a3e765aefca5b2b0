import type { lock as english } from '../en/lock.ts';
import type { Translated } from '../message.ts';

export const lock: Translated<typeof english> = {
  lock: 'Sperren',
  unlock: 'Entsperren',
  unlockTitle: '{name} entsperren',
  pin: 'PIN',
  passphrase: 'Passphrase',
  logInInstead: 'Stattdessen anmelden',
  unlockLead: 'Die Sitzung ist bis dahin versiegelt: Nicht einmal Hotseat kann sie lesen.',
  unlockLeadTouchId: 'Die Sitzung ist bis dahin versiegelt. Auch Touch ID öffnet sie.',
  byTouchId: 'Touch ID verwenden',
  onlyLogIn: 'Dieses Konto hat weder PIN noch Passphrase, daher fragt sein Dienst, wer Sie sind.',
  nothingOpens:
    'Dieses Konto hat weder PIN noch Passphrase, und sein Dienst kann nicht sagen, wer Sie sind. Melden Sie es ab, um es wieder zu benutzen.',
  isLoggedOut:
    'Das war der letzte Versuch, daher wurde das Konto abgemeldet. Seine Daten bleiben; melden Sie sich an, um es wieder zu benutzen.',
  tryAgainIn: 'Nächster Versuch in {left}',
  tryAgainNow: 'Sie können es jetzt wieder versuchen.',
  wasLocked: '{name} gesperrt',
  wereLocked: '{count, plural, one {# Konto gesperrt} other {# Konten gesperrt}}',

  setUp: 'Mit PIN sperren…',
  change: 'PIN ändern…',
  changePassphrase: 'Passphrase ändern…',
  setUpTitle: 'Eine Sperre für {name}',
  setUpLead:
    'Wer dieses Konto benutzen will, nachdem es gesperrt oder Hotseat neu gestartet wurde, gibt sie zuerst ein.',
  kind: 'Entsperren mit',
  kinds: { pin: 'PIN', passphrase: 'Passphrase' },
  hints: {
    pin: 'Mindestens sechs Ziffern. Schnell einzugeben; wer die Platte dieses Computers kopiert und den Schlüsselbund öffnet, könnte sie erraten.',
    passphrase:
      'Mindestens zwölf Zeichen. Einige Wörter, die nicht zusammengehören, sind leicht zu merken und schwer zu erraten.',
  },
  touchIdToo: 'Auch mit Touch ID entsperren',
  touchIdHint:
    'Schneller und schwächer: Der Schlüssel liegt dann auch im Schlüsselbund dieses Macs, wo ihn ein Programm, das unter Ihrem Namen läuft, ohne Finger und PIN nehmen könnte. Jeder Finger, der auf diesem Mac eingerichtet ist, öffnet das Konto.',
  again: { pin: 'PIN wiederholen', passphrase: 'Passphrase wiederholen' },
  notTheSame: 'Die beiden sind nicht gleich. Geben Sie sie noch einmal ein.',
  forgotten: 'Vergessen? Eine Anmeldung beim Dienst öffnet das Konto ebenfalls und fragt nach einer neuen.',
  forgottenWebsite:
    'Einen anderen Weg gibt es nicht: Eine Website kann nicht sagen, wer Sie sind. Ist sie vergessen, muss das Konto abgemeldet werden.',
  setUpDone: 'Einrichten',
  working: 'Wird versiegelt…',
  checking: 'Wird entsperrt…',

  whenLeft: 'Sperren, wenn ich wechsle',
  giveUp: 'Sperre aufheben…',
  giveUpTitle: 'Sperre von {name} aufheben?',
  giveUpText: 'Es wird nichts mehr abgefragt: Wer an diesem Computer sitzt, kann zu dem Konto wechseln.',
  giveUpConfirm: 'Aufheben',

  noOtherServices: 'Ihre Organisation erlaubt nicht, weitere hinzuzufügen.',
  setByOrganisation: 'Von Ihrer Organisation vorgegeben.',
  policyBroken:
    'Die Richtlinie dieses Computers ist nicht lesbar, daher gelten die strengsten Regeln. Bitten Sie, wer den Computer betreut, sie zu berichtigen.',
  unknownKeys:
    'Die Richtlinie dieses Computers enthält etwas, das Hotseat nicht kennt: {keys}. Es hat keine Wirkung.',

  limits: {
    afterLogin:
      '{hours, plural, one {Ihre Organisation lässt jedes Konto # Stunde nach der Anmeldung abmelden.} other {Ihre Organisation lässt jedes Konto # Stunden nach der Anmeldung abmelden.}}',
    withoutPerson:
      '{minutes, plural, one {Ihre Organisation lässt jedes Konto abmelden, das # Minute lang niemand benutzt.} other {Ihre Organisation lässt jedes Konto abmelden, das # Minuten lang niemand benutzt.}}',
  },
  desk: 'Sperren',
  switching: 'Wechsel zu einem anderen Konto',
  switchingHint: 'An einem Platz, den sich mehrere teilen, mehr verlangen.',
  rules: {
    free: 'Braucht eine Taste, und nichts wird gefragt',
    unlock:
      'Sperrt das Konto, das verlassen wird, und fragt nach PIN oder Passphrase des anderen oder nach einer Anmeldung',
    exclusive: 'Gibt es nicht: Ein Konto zur Zeit ist angemeldet, und eine Anmeldung meldet das andere ab',
  },
  after: 'Sperren, wenn niemand da ist',
  afterHint: 'Gezählt ab der letzten Taste oder Bewegung irgendwo an diesem Computer.',
  never: 'Nie',
  minutes: '{count, plural, one {Nach # Minute} other {Nach # Minuten}}',
  withComputer: 'Mit dem Computer sperren',
  withComputerHint: 'Wenn sein Bildschirm gesperrt wird, er schläft oder sein Deckel geschlossen wird.',
  keepPages: 'Seiten gesperrter Konten behalten',
  keepPagesHint:
    'Angehalten und außer Sicht, mit allem Eingetippten, im Arbeitsspeicher dieses Computers. Sonst werden sie geschlossen und kommen dort wieder, wo sie waren.',
  keepPagesShared: 'Nur wo der Wechsel zu einem anderen Konto eine Taste braucht.',
  hidesFromCapture: 'Fenster aus Bildern des Bildschirms heraushalten',
  hidesFromCaptureHint:
    'Bildschirmfotos, Aufnahmen und geteilte Bildschirme zeigen an seiner Stelle nichts. Eine Kamera sieht es trotzdem.',
  cannotHide:
    'Hotseat soll aus Bildern des Bildschirms herausgehalten werden, aber dieses System kann das nicht: Wer es benutzt, kann welche machen.',
  covered: 'Hotseat ist verdeckt, solange Sie woanders sind.',
  attempts: 'Versuche beim Entsperren',
  attemptsHint:
    'Nach so vielen vergeblichen Versuchen wird das Konto abgemeldet. Die Wartezeit dazwischen wächst.',
};
