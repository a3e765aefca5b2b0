import type { stored as english } from '../en/stored.ts';
import type { Translated } from '../message.ts';

export const stored: Translated<typeof english> = {
  notices: {
    recovered: {
      accounts:
        'Die Liste der Konten war beschädigt und wurde aus der vorherigen Kopie wiederhergestellt. Prüfen Sie, ob die letzte Änderung da ist; die beschädigte Datei wird aufbewahrt.',
      someAccounts:
        'Ein Teil der Liste der Konten war beschädigt und wurde aus der vorherigen Kopie wiederhergestellt. Prüfen Sie, ob die letzte Änderung da ist; die beschädigte Datei wird aufbewahrt.',
      activeAccount:
        'Der Vermerk über das aktive Konto war beschädigt und wurde aus der vorherigen Kopie wiederhergestellt. Prüfen Sie, ob die letzte Änderung da ist; die beschädigte Datei wird aufbewahrt.',
      settings:
        'Die Einstellungen waren beschädigt und wurden aus der vorherigen Kopie wiederhergestellt. Prüfen Sie, ob die letzte Änderung da ist; die beschädigte Datei wird aufbewahrt.',
      services:
        'Die Liste der Dienste war beschädigt und wurde aus der vorherigen Kopie wiederhergestellt. Prüfen Sie, ob die letzte Änderung da ist; die beschädigte Datei wird aufbewahrt.',
      requests:
        'Die Anfragen eines Dienstes waren beschädigt und wurden aus der vorherigen Kopie wiederhergestellt. Prüfen Sie, ob die letzte Änderung da ist; die beschädigte Datei wird aufbewahrt.',
    },
    lost: {
      accounts:
        'Die Liste der Konten war unrettbar beschädigt. Hotseat fängt dort von vorn an; die beschädigte Datei wird aufbewahrt.',
      someAccounts:
        'Ein Teil der Liste der Konten war unrettbar beschädigt. Hotseat fängt dort von vorn an; die beschädigte Datei wird aufbewahrt.',
      activeAccount:
        'Der Vermerk über das aktive Konto war unrettbar beschädigt. Hotseat fängt dort von vorn an; die beschädigte Datei wird aufbewahrt.',
      settings:
        'Die Einstellungen waren unrettbar beschädigt. Hotseat fängt dort von vorn an; die beschädigte Datei wird aufbewahrt.',
      services:
        'Die Liste der Dienste war unrettbar beschädigt. Hotseat fängt dort von vorn an; die beschädigte Datei wird aufbewahrt.',
      requests:
        'Die Anfragen eines Dienstes waren unrettbar beschädigt. Hotseat fängt dort von vorn an; die beschädigte Datei wird aufbewahrt.',
    },
    newerVersion: {
      accounts:
        'Die Liste der Konten wurde von einem neueren Hotseat geschrieben. Nichts wurde geändert; aktualisieren Sie Hotseat, um sie zu benutzen.',
      activeAccount:
        'Der Vermerk über das aktive Konto wurde von einem neueren Hotseat geschrieben. Nichts wurde geändert; aktualisieren Sie Hotseat, um ihn zu benutzen.',
      settings:
        'Die Einstellungen wurden von einem neueren Hotseat geschrieben. Nichts wurde geändert; aktualisieren Sie Hotseat, um sie zu benutzen.',
      services:
        'Die Liste der Dienste wurde von einem neueren Hotseat geschrieben. Nichts wurde geändert; aktualisieren Sie Hotseat, um sie zu benutzen.',
      requests:
        'Die Anfragen eines Dienstes wurden von einem neueren Hotseat geschrieben. Nichts wurde geändert; aktualisieren Sie Hotseat, um sie zu benutzen.',
      removals:
        'Die Liste der entfernten Konten wurde von einem neueren Hotseat geschrieben. Nichts wurde geändert; aktualisieren Sie Hotseat, um sie zu benutzen.',
      directory:
        'Die Konten dieses Computers wurden von einem neueren Hotseat geschrieben. Nichts wurde geändert; aktualisieren Sie Hotseat, um sie zu benutzen.',
    },
    unreadable: {
      directory:
        'Die Konten dieses Computers lassen sich nicht vom Datenträger lesen. Nichts wurde geändert; spielen Sie sie aus einer Sicherung zurück und starten Sie Hotseat dann neu.',
    },
    notSaved: {
      directory:
        'Die Konten dieses Computers ließen sich nicht auf dem Datenträger speichern. Schaffen Sie Platz oder prüfen Sie den Datenträger; Hotseat versucht es mit der nächsten Änderung erneut.',
    },
    failsClosed: {
      policy:
        'Die Richtlinie dieses Computers ist nicht lesbar, daher gelten die strengsten Regeln. Bitten Sie, wer den Computer betreut, sie zu berichtigen.',
    },
  },
  anyNotice: {
    recovered:
      'Eine gespeicherte Datei war beschädigt und wurde aus der vorherigen Kopie wiederhergestellt. Prüfen Sie, ob die letzte Änderung da ist; die beschädigte Datei wird aufbewahrt.',
    lost: 'Eine gespeicherte Datei war unrettbar beschädigt. Hotseat fängt dort von vorn an; die beschädigte Datei wird aufbewahrt.',
    unreadable:
      'Eine gespeicherte Datei lässt sich nicht vom Datenträger lesen. Nichts wurde geändert; spielen Sie sie aus einer Sicherung zurück und starten Sie Hotseat dann neu.',
    newerVersion:
      'Eine gespeicherte Datei wurde von einem neueren Hotseat geschrieben. Nichts wurde geändert; aktualisieren Sie Hotseat, um sie zu benutzen.',
    failsClosed:
      'Eine gespeicherte Datei ist nicht lesbar, daher gelten die strengsten Regeln. Bitten Sie, wer den Computer betreut, sie zu berichtigen.',
    notSaved:
      'Eine gespeicherte Datei ließ sich nicht auf dem Datenträger speichern. Schaffen Sie Platz oder prüfen Sie den Datenträger; Hotseat versucht es mit der nächsten Änderung erneut.',
  },

  checking: 'Es wird geprüft, wie sich Sitzungen aufbewahren lassen…',
  protected: {
    keychain: 'Sitzungen sind mit einem Schlüssel aus Ihrem Schlüsselbund verschlüsselt.',
    dataProtection: 'Sitzungen sind für Ihr Windows-Konto verschlüsselt.',
    secretService: 'Sitzungen sind mit einem Schlüssel aus Ihrem Schlüsselbund verschlüsselt.',
  },
  anotherKeyring: 'Hier ist ein anderer Schlüsselbund als zuvor.',
  anotherKeyringMore:
    'Was der alte versiegelt hat, wird aufbewahrt und öffnet sich, wenn er wieder da ist. Ist er endgültig verloren, beginnen Sie mit diesem: Konten dieses Computers melden sich dann noch einmal an.',
  inMemory: 'Sitzungen werden nur im Arbeitsspeicher aufbewahrt.',
  inMemoryByRule: 'Ihre Organisation will es so: Wird Hotseat beendet, sind alle abgemeldet.',
  unprotected: {
    linux:
      'Kein Schlüsselbund antwortet, der sie schützen könnte, daher wird nichts auf den Datenträger geschrieben, und ein Neustart meldet alle ab. Entsperren oder installieren Sie einen Schlüsselbund, etwa GNOME Keyring oder KWallet.',
    darwin:
      'Der Schlüsselbund antwortet nicht, daher wird nichts auf den Datenträger geschrieben, und ein Neustart meldet alle ab. Entsperren Sie den Anmeldeschlüsselbund.',
    win32:
      'Windows schützt sie für dieses Konto nicht, daher wird nichts auf den Datenträger geschrieben, und ein Neustart meldet alle ab. Melden Sie sich mit einem gewöhnlichen Profil bei Windows an.',
  },
};
