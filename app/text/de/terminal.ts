import type { terminal as english } from '../en/terminal.ts';
import type { Translated } from '../message.ts';
import { diagnosis } from './diagnosis.ts';

export const terminal: Translated<typeof english> = {
  states: { active: 'Aktiv', inactive: 'Inaktiv', locked: 'Gesperrt', loggedOut: 'Abgemeldet' },
  columns: { number: '#', name: 'Konto', email: 'E-Mail', service: 'Dienst', state: 'Zustand' },
  noAccounts: 'Es gibt noch keine Konten. `hotseat login` öffnet das Fenster, um eines hinzuzufügen.',
  nobodyIsActive: 'Niemand ist aktiv.',
  did: {
    switched: 'Jetzt aktiv: {name}',
    locked: '{name} ist gesperrt.',
    loggedOut: '{name} ist abgemeldet.',
    removed: '{name} ist von diesem Computer entfernt.',
    opened: 'Das Fenster von Hotseat ist als {name} geöffnet.',
  },
  allLocked: 'Alle Konten, die sich sperren lassen, sind gesperrt.',
  windowOpened: 'Das Fenster von Hotseat ist geöffnet.',
  logInOpened: 'Weiter geht es im Fenster von Hotseat: Passwörter werden hier nie eingegeben.',

  asks: {
    remove:
      '{name} von diesem Computer entfernen? Die Sitzung, die Seiten und was sie hier gespeichert haben, werden gelöscht; das Konto beim Dienst bleibt.',
    logOutAnonymous:
      '{name} abmelden? In einem anonymen Konto kann sich niemand wieder anmelden, daher wird es endgültig entfernt.',
  },
  yesOrNo: '{question} [j/N] ',
  yes: 'j ja y yes',
  notConfirmed: 'Es hat sich nichts geändert.',
  cannotAsk:
    'Das braucht ein Ja, und hier ist kein Terminal, auf dem gefragt werden kann. Sagen Sie es vorab mit --yes.',

  unknownAccount:
    'Auf diesem Computer gibt es kein Konto „{reference}“. `hotseat list` zeigt die vorhandenen.',
  ambiguous: '„{reference}“ könnte mehr als ein Konto sein. Sagen Sie mit E-Mail oder ID, welches:',
  nobodyTo: {
    lock: 'Niemand ist aktiv, also gibt es nichts zu sperren. Nennen Sie ein Konto, oder sperren Sie alle mit --all.',
    switchTo: 'Es gibt kein anderes Konto, das aktiv werden kann.',
  },
  failures: {
    locked: '{name} ist gesperrt. Entsperren Sie das Konto im Fenster von Hotseat, das dafür geöffnet ist.',
    loggedOut:
      '{name} ist abgemeldet. `hotseat login` mit diesem Konto öffnet das Fenster, um sich anzumelden.',
    gone: '{name} ist nicht mehr auf diesem Computer.',
    rules: 'Die Regeln dieses Computers erlauben das nicht. Fragen Sie, wer ihn betreut.',
    noWayToUnlock:
      '{name} lässt sich nicht sperren: Es gibt nichts, womit das Konto zu entsperren wäre. Richten Sie das im Fenster von Hotseat ein, das dafür geöffnet ist.',
    anonymousWouldGo:
      'Nach den Regeln dieses Computers würde dabei ein anonymes Konto entfernt. Melden Sie es zuerst ab.',
    notSaved:
      'Das konnte nicht gespeichert werden. Schaffen Sie Platz auf der Platte oder entsperren Sie den Schlüsselbund, und versuchen Sie es dann erneut.',
    unreachable:
      'Der Dienst ist nicht erreichbar. Prüfen Sie die Verbindung, und versuchen Sie es dann erneut.',
    superseded: 'Jemand hat im selben Moment ein anderes Konto gewählt.',
    unexpected: 'Etwas Unerwartetes ist schiefgegangen. Die Logdatei von Hotseat sagt mehr.',
  },
  thatAccount: 'Dieses Konto',

  notUnderstood:
    'Das laufende Hotseat hat eine andere Version. Beenden Sie es, und versuchen Sie es dann erneut.',
  noDisplay: 'Hotseat läuft nicht, und hier ist kein Bildschirm, auf dem es starten könnte.',
  notStarted: 'Hotseat antwortet nicht und konnte nicht gestartet werden.',
  notOwn:
    'Der Ordner mit dem Socket von Hotseat gehört nicht Ihnen allein, daher wurde nichts dorthin gesendet.',

  diagnosis,
  diagnosisFile: {
    saved: 'In {file} gespeichert, nur für Sie lesbar. Sehen Sie es durch, bevor Sie es weitergeben.',
    notSaved:
      'Nichts wurde gespeichert: In {file} lässt sich nicht schreiben. Wählen Sie einen anderen Ort, und versuchen Sie es dann erneut.',
  },

  status: {
    facts: {
      version: 'Version',
      active: 'Aktiv',
      accounts: 'Konten',
      sessions: 'Sitzungen',
      switching: 'Wechsel',
      policy: 'Richtlinie',
    },
    nobody: 'niemand',
    accounts: '{accounts, number}, davon {locked, number} gesperrt und {loggedOut, number} abgemeldet',
    storage: {
      checking: 'werden geprüft',
      protected: 'verschlüsselt, mit einem Schlüssel im Schlüsselspeicher',
      unprotected: 'nur im Arbeitsspeicher, da kein Schlüsselspeicher antwortet',
      inMemoryByRule: 'nur im Arbeitsspeicher, nach den Regeln dieses Computers',
    },
    switching: {
      free: 'braucht nichts weiter',
      unlock: 'sperrt das Konto, das verlassen wird',
      exclusive: 'gibt es nicht: Eine Anmeldung meldet das andere Konto ab',
    },
    policy: {
      none: 'keine',
      held: 'von einem Administrator vorgegeben',
      broken: 'nicht lesbar, daher gelten die strengsten Regeln',
    },
  },

  misuse: {
    unknownCommand: 'Hotseat kennt den Befehl „{word}“ nicht. `hotseat help` zeigt die vorhandenen.',
    unknownOption: '`hotseat {command}` kennt die Option {word} nicht. `hotseat help` zeigt die vorhandenen.',
    tooMuch:
      '`hotseat {command}` kann mit „{word}“ nichts anfangen. Namen mit Leerzeichen gehören in Anführungszeichen.',
    accountMissing:
      '`hotseat {command}` braucht ein Konto: einen Namen, eine E-Mail, eine ID oder eine Nummer der Liste.',
    accountOrAll: '`hotseat {command}` nimmt ein Konto oder --all, nicht beides.',
    linkTooLong: 'Dieser Link ist länger als jeder von Hotseat, daher ist nichts geschehen.',
    fileMissing: '`hotseat diagnose --save` braucht eine Datei zum Speichern.',
    shellMissing: '`hotseat completion` braucht eine Shell: {shells}.',
  },

  help: {
    title: 'Hotseat: mehrere Konten angemeldet, genau eines davon aktiv.',
    account: 'Konto',
    file: 'Datei',
    withoutCommand: 'Ohne Befehl öffnet Hotseat sein Fenster.',
    accounts: 'Ein Konto wird mit Name, E-Mail, ID oder seiner Nummer in der Liste genannt.',
    json: 'Mit --json gibt jeder Befehl ein JSON-Dokument aus. Wo andere sehen, was Sie aufrufen, nehmen Sie IDs oder Nummern.',
  },
  summaries: {
    list: 'Die Konten auflisten',
    whoami: 'Sagen, wer aktiv ist',
    switch: 'Ein Konto aktiv machen',
    next: 'Zum nächsten Konto der Liste wechseln',
    previous: 'Zum vorigen Konto der Liste wechseln',
    login: 'Das Fenster öffnen, um sich anzumelden oder ein Konto hinzuzufügen',
    logout: 'Ein Konto abmelden',
    lock: 'Ein Konto sperren, sonst das aktive, oder alle',
    remove: 'Ein Konto von diesem Computer entfernen',
    open: 'Das Fenster öffnen, als ein Konto, wenn eines genannt ist',
    status: 'Sagen, wie es um Hotseat steht',
    diagnose: 'Prüfen, was Hotseat braucht, zum Weitergeben an Helfende',
    completion: 'Vervollständigungen für eine Shell ausgeben',
    help: 'Die Befehle zeigen',
    version: 'Die Version zeigen',
  },

  alreadyRunning: {
    window: 'Hotseat läuft bereits; sein Fenster wurde nach vorn geholt.',
    nothing: 'Hotseat läuft bereits; es wurde um nichts gebeten.',
    link: 'Hotseat läuft bereits; der Link wurde ihm übergeben.',
  },
  couldNotStart: 'Hotseat konnte nicht starten: {cause}',
  couldNotBeAsked: 'Hotseat konnte nicht gefragt werden: {cause}',
  switchesRefused: 'Mit diesen Schaltern startet Hotseat nicht: {switches}.',
  switches: {
    opensDebugger: '--{name} lässt ein anderes Programm in Hotseat lesen und es steuern',
    runsProgram: '--{name} startet ein anderes Programm anstelle eines Teils von Hotseat',
    changesCode: '--{name} ändert, wie Code ausgeführt wird',
    liftsSandbox: '--{name} nimmt eine Sandbox weg',
    liftsWebRule: '--{name} hebt eine Regel auf, die Webinhalte voneinander trennt',
    bendsNetwork: '--{name} leitet den Netzwerkverkehr um oder vertraut jedem auf dem Weg',
    weakensKeys: '--{name} legt die Schlüssel dorthin, wo jeder sie lesen kann',
    writesTraffic: '--{name} schreibt den Verkehr oder seine Schlüssel in eine Datei',
  },
};
