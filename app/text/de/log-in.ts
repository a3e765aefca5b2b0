import type { logIn as english } from '../en/log-in.ts';
import type { Translated } from '../message.ts';

export const logIn: Translated<typeof english> = {
  way: 'Anmeldeweg',
  ways: {
    emailPassword: 'E-Mail und Passwort',
    apiKey: 'API-Schlüssel',
    customToken: 'Eigenes Token',
    customFunction: 'Eigene Funktion',
  },
  apiKey: 'API-Schlüssel',
  token: 'Token',
  tokenHint: 'Ein Token, das Sie von einem anderen Aussteller haben und dem dieser Dienst vertraut.',
  arguments: 'Argumente',
  argumentsHint: 'Was die Anmeldefunktion des Dienstes erwartet, als JSON-Objekt.',
  addService: 'Dienst hinzufügen…',
  newAnonymous: 'Neues anonymes Konto',

  atService: 'Dienst: {service}.',
  issuerLead:
    '{service} fragt auf einer eigenen Seite im Browser, wer Sie sind. Ihr Passwort bekommt Hotseat nie zu sehen.',
  issuerAgainLead:
    'Weisen Sie sich bei {service} noch einmal aus. Es muss {name} sein: Alle anderen werden abgewiesen.',
  continueInBrowser: 'Im Browser fortfahren',
  useDeviceCode: 'Code auf einem anderen Gerät verwenden',
  askingIssuer: 'Der Aussteller wird gefragt…',
  browserIsOpen: 'Der Browser ist offen. Melden Sie sich dort an, und kommen Sie dann hierher zurück.',
  browserHint:
    'Zeigt er die Seite nicht, öffnen Sie sie noch einmal, oder kopieren Sie die Adresse in einen Browser Ihrer Wahl.',
  openAgain: 'Noch einmal öffnen',
  copyAddress: 'Adresse kopieren',
  addressIsCopied: 'Die Adresse ist in der Zwischenablage.',
  deviceLead:
    'Öffnen Sie diese Seite auf irgendeinem Gerät, melden Sie sich dort an, und geben Sie den Code ein.',
  page: 'Seite',
  code: 'Code',
  qrTitle: 'QR-Code, der die Seite bei {host} öffnet',
  openHere: 'Auf diesem Computer öffnen',
  codeIsGoodFor: 'Der Code gilt noch {left}',
  codeRanOut: 'Der Code ist abgelaufen.',

  websiteLead:
    'Sagen Sie, wie Sie dieses Konto nennen. Melden Sie sich dann auf der Seite von {service} selbst an; sie öffnet sich in einem eigenen Raum.',
  websiteAgainLead:
    'Melden Sie sich auf der Seite von {service} als {name} an. Ob es wirklich {name} ist, können nur Sie sehen.',
  openPage: 'Seite öffnen',
  pageIsOpen: 'Die Seite ist offen. Melden Sie sich dort an, und sagen Sie dann, dass Sie angemeldet sind.',
  signInOnPage: 'Melden Sie sich auf dieser Seite bei {service} als {name} an.',
  signedIn: 'Ich bin angemeldet',
  signInGaveWay: 'Die Anmeldung auf der Seite wurde aufgegeben, weil jetzt ein anderes Konto aktiv ist.',

  forgotPassword: 'Passwort vergessen?',
  sendConfirmationAgain: 'Bestätigung erneut senden',
  resetTitle: 'Neues Passwort setzen',
  confirmTitle: 'E-Mail-Adresse bestätigen',
  resetLead:
    'Der Dienst sendet eine E-Mail an die Adresse des Kontos. Mit dem, was darin steht, setzen Sie ein neues Passwort.',
  confirmLead:
    'Der Dienst sendet seine E-Mail noch einmal. Was darin steht, bestätigt, dass die Adresse Ihnen gehört.',
  sendMail: 'E-Mail senden',
  sendingMail: 'Die E-Mail wird angefordert…',
  haveMail: 'Ich habe die E-Mail schon',
  withoutMail: 'Der Dienst setzt ohne E-Mail zurück',
  confirmByFunction: 'Der Dienst bestätigt ohne E-Mail',
  enterMail:
    'Geben Sie ein, was in der E-Mail steht. Sie können auch den ganzen Link daraus in das erste Feld einfügen. Kommt keine E-Mail, kennt der Dienst diese Adresse vielleicht nicht.',
  tokenId: 'Token-ID',
  newPassword: 'Neues Passwort',
  setPassword: 'Passwort setzen',
  settingPassword: 'Das Passwort wird gesetzt…',
  passwordIsSet: 'Das neue Passwort ist gesetzt. Melden Sie sich damit an.',
  confirm: 'Bestätigen',
  confirming: 'Wird bestätigt…',
  isConfirmed: 'Die E-Mail-Adresse ist bestätigt. Melden Sie sich jetzt an.',
  confirmationAsked:
    'Der Dienst wurde gebeten, die E-Mail-Adresse zu bestätigen. Melden Sie sich an, sobald er es getan hat.',
  byFunctionLead:
    'Eine Funktion des Dienstes setzt das neue Passwort. Vielleicht braucht sie Argumente: Fragen Sie, wer den Dienst betreut.',
  functionArgumentsHint: 'Ein JSON-Array. Lassen Sie das Feld leer, wenn es keine gibt.',
};
