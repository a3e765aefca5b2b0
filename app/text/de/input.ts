import type { input as english } from '../en/input.ts';
import type { Translated } from '../message.ts';

export const input: Translated<typeof english> = {
  any: {
    empty: 'Etwas fehlt. Geben Sie es ein.',
    tooLong: 'Das ist zu lang. Nehmen Sie etwas Kürzeres.',
    tooShort: 'Das ist zu kurz. Nehmen Sie etwas Längeres.',
    malformed: 'Das enthält Zeichen, die der Dienst nicht annimmt. Wählen Sie etwas anderes.',
    insecure: 'Das ginge ungeschützt über das Netz. Nehmen Sie eine https-Adresse.',
    foreign: 'Das gehört zu einem anderen Dienst. Nehmen Sie etwas, das zu diesem Konto gehört.',
    guessable: 'Das gehört zum Ersten, was andere versuchen würden. Wählen Sie etwas anderes.',
  },

  fields: {
    email: {
      empty: 'Die E-Mail-Adresse fehlt. Geben Sie die E-Mail-Adresse des Kontos ein.',
      tooLong: 'Diese E-Mail-Adresse ist zu lang. Nehmen Sie eine mit höchstens 320 Zeichen.',
      tooShort: 'Diese E-Mail-Adresse ist zu kurz. Prüfen Sie, ob Buchstaben fehlen.',
      malformed: 'Das ist keine E-Mail-Adresse. Sie sollte aussehen wie name@example.org.',
    },
    password: {
      empty: 'Das Passwort fehlt. Geben Sie das Passwort des Kontos ein.',
      tooLong: 'Dieses Passwort ist zu lang. Nehmen Sie ein kürzeres.',
      tooShort: 'Dieses Passwort ist zu kurz. Nehmen Sie ein längeres.',
      malformed: 'Dieses Passwort enthält Zeichen, die der Dienst nicht annimmt. Wählen Sie ein anderes.',
    },
    name: {
      empty: 'Der Name fehlt. Geben Sie ihn ein.',
      tooLong: 'Dieser Name ist zu lang. Nehmen Sie einen mit höchstens 200 Zeichen.',
      malformed: 'Dieser Name enthält Zeichen, die der Dienst nicht annimmt. Wählen Sie einen anderen.',
    },
    nickname: {
      empty: 'Der Spitzname fehlt. Geben Sie ihn ein.',
      tooLong: 'Dieser Spitzname ist zu lang. Nehmen Sie einen mit höchstens 200 Zeichen.',
      malformed: 'Dieser Spitzname enthält unbrauchbare Zeichen. Wählen Sie einen anderen.',
    },
    note: {
      empty: 'Die Notiz ist leer. Schreiben Sie zuerst etwas.',
      tooLong: 'Diese Notiz ist zu lang. Kürzen Sie sie oder machen Sie zwei daraus.',
      tooShort: 'Diese Notiz ist zu kurz. Schreiben Sie ein wenig mehr.',
      malformed:
        'Diese Notiz enthält Zeichen, die sich nicht aufbewahren lassen. Entfernen Sie sie und versuchen Sie es erneut.',
    },
    apiKey: {
      empty: 'Der API-Schlüssel fehlt. Fügen Sie den ein, den der Dienst ausgegeben hat.',
      tooLong: 'Dieser API-Schlüssel ist zu lang. Nehmen Sie einen kürzeren.',
      malformed:
        'Das ist kein API-Schlüssel. Fügen Sie ihn ein, wie der Dienst ihn ausgegeben hat, in einer Zeile und ohne Leerzeichen.',
    },
    token: {
      empty: 'Das Token fehlt. Fügen Sie es ein, wie Sie es erhalten haben.',
      tooLong: 'Dieses Token ist zu lang. Fügen Sie nur das Token ein, ohne den Text darum herum.',
      malformed:
        'Der Dienst nimmt dieses Token nicht an. Kopieren Sie es noch einmal, vollständig und aus der neuesten Nachricht.',
    },
    arguments: {
      empty: 'Die Argumente fehlen. Geben Sie als JSON ein, was die Funktion erwartet.',
      tooLong: 'Dieser Text ist zu lang. Nehmen Sie einen kürzeren.',
      malformed: 'Das ist nicht das erwartete JSON. Prüfen Sie Klammern, Anführungszeichen und Kommas.',
    },
    keyName: {
      empty: 'Der Name fehlt. Geben Sie einen ein, der sagt, wofür der Schlüssel ist.',
      tooLong: 'Dieser Name ist zu lang. Nehmen Sie einen mit höchstens 200 Zeichen.',
      malformed:
        'Der Dienst nimmt diesen Namen nicht an. Nehmen Sie Buchstaben, Ziffern, Binde- und Unterstriche, und keinen, den Sie schon verwendet haben.',
    },
    serviceName: {
      empty: 'Der Name fehlt. Geben Sie ein, wie Sie den Dienst nennen wollen.',
      tooLong: 'Dieser Name ist zu lang. Nehmen Sie einen mit höchstens 200 Zeichen.',
      malformed: 'Dieser Name enthält unbrauchbare Zeichen. Wählen Sie einen anderen.',
    },
    baseUrl: {
      empty: 'Die Basis-URL fehlt. Geben Sie die Adresse des Servers ein.',
      tooLong: 'Diese Adresse ist zu lang. Nehmen Sie eine kürzere.',
      malformed: 'Das ist keine Adresse eines Servers. Sie sollte aussehen wie https://services.example.org.',
      insecure:
        'Diese Adresse ist nicht sicher. Nehmen Sie https; einfaches http gilt nur für Server auf eben diesem Computer.',
    },
    appId: {
      empty: 'Die App-ID fehlt. Geben Sie die ein, die der Server für die App hat.',
      tooLong: 'Diese App-ID ist zu lang. Nehmen Sie eine kürzere.',
      malformed: 'Der Server kennt keine App mit dieser ID. Kopieren Sie sie noch einmal vom Server.',
    },
    issuer: {
      empty: 'Der Aussteller fehlt. Geben Sie seine Adresse ein, wie er sie selbst schreibt.',
      tooLong: 'Dieser Aussteller ist zu lang. Nehmen Sie einen kürzeren.',
      malformed:
        'Das ist nicht die Adresse eines Ausstellers. Geben Sie sie ein, wie er sie selbst schreibt, etwa https://login.example.org.',
      insecure:
        'Diese Adresse ist nicht sicher. Nehmen Sie https; einfaches http gilt nur für Server auf eben diesem Computer.',
    },
    clientId: {
      empty: 'Die Client-ID fehlt. Geben Sie die ein, unter der Hotseat beim Aussteller registriert ist.',
      tooLong: 'Diese Client-ID ist zu lang. Nehmen Sie eine kürzere.',
      malformed: 'Das ist keine Client-ID. Kopieren Sie sie noch einmal vom Aussteller.',
    },
    clientSecret: {
      empty: 'Das Client-Geheimnis fehlt. Geben Sie es ein.',
      tooLong: 'Dieses Client-Geheimnis ist zu lang. Nehmen Sie ein kürzeres.',
      malformed: 'Das ist kein Client-Geheimnis. Kopieren Sie es noch einmal vom Aussteller.',
    },
    scopes: {
      empty: 'Die Liste der Scopes fehlt. Geben Sie sie ein.',
      tooLong: 'Diese Liste von Scopes ist zu lang. Nehmen Sie eine kürzere.',
      malformed: 'Das ist keine Liste von Scopes. Trennen Sie sie durch Leerzeichen.',
    },
    apiOrigins: {
      empty: 'Die Liste der API-Ursprünge fehlt. Geben Sie sie ein.',
      tooLong: 'Diese Liste von API-Ursprüngen ist zu lang. Nehmen Sie eine kürzere.',
      malformed:
        'Ein API-Ursprung ist eine Adresse ohne Pfad, etwa https://api.example.org. Schreiben Sie einen in jede Zeile.',
      insecure:
        'Eine dieser Adressen ist nicht sicher. Nehmen Sie https; einfaches http gilt nur für eben diesen Computer.',
    },
    workspaceUrl: {
      empty: 'Die Adresse fehlt. Geben Sie sie ein.',
      tooLong: 'Diese Adresse ist zu lang. Nehmen Sie eine kürzere.',
      malformed: 'Das ist nicht die Adresse einer Website. Sie sollte aussehen wie https://example.org.',
      insecure:
        'Diese Adresse ist nicht sicher. Nehmen Sie https; einfaches http gilt nur für Server auf eben diesem Computer.',
    },
    redirectPort: {
      empty: 'Der Port fehlt. Geben Sie ihn ein.',
      tooLong: 'Dieser Port ist zu lang. Nehmen Sie einen kürzeren.',
      malformed:
        'Dieser Port ist nicht verwendbar. Geben Sie eine Zahl von 1024 bis 65535 ein oder lassen Sie ihn leer.',
    },
    websiteUrl: {
      empty: 'Die Adresse fehlt. Geben Sie die ein, unter der sich die Website öffnet.',
      tooLong: 'Diese Adresse ist zu lang. Nehmen Sie eine kürzere.',
      malformed: 'Das ist nicht die Adresse einer Website. Sie sollte aussehen wie https://example.org.',
      insecure:
        'Diese Adresse ist nicht sicher. Nehmen Sie https; einfaches http gilt nur für Server auf eben diesem Computer.',
    },
    signInCookie: {
      empty: 'Der Name fehlt. Geben Sie ihn ein.',
      tooLong: 'Dieser Name ist zu lang. Nehmen Sie einen kürzeren.',
      malformed:
        'Das ist nicht der Name eines Cookies. Kopieren Sie ihn, wie die Website ihn schreibt, ohne seinen Wert.',
    },
    signInOrigins: {
      empty: 'Die Liste der Anmelde-Ursprünge fehlt. Geben Sie sie ein.',
      tooLong: 'Diese Liste von Anmelde-Ursprüngen ist zu lang. Nehmen Sie eine kürzere.',
      malformed:
        'Ein Anmelde-Ursprung ist eine Adresse ohne Pfad, etwa https://login.example.org. Schreiben Sie einen in jede Zeile.',
      insecure:
        'Eine dieser Adressen ist nicht sicher. Nehmen Sie https; einfaches http gilt nur für eben diesen Computer.',
    },
    requestUrl: {
      empty:
        'Die Adresse fehlt. Geben Sie eine des Dienstes ein oder einen Pfad, der mit einem Schrägstrich beginnt.',
      tooLong: 'Diese Adresse ist zu lang. Nehmen Sie eine kürzere.',
      malformed:
        'Das ist keine Adresse. Geben Sie eine des Dienstes ein oder einen Pfad, der mit einem Schrägstrich beginnt.',
      insecure:
        'Diese Adresse ist nicht sicher. Nehmen Sie https; einfaches http gilt nur für Server auf eben diesem Computer.',
      foreign:
        'Diese Adresse gehört nicht zum Dienst dieses Kontos, daher wurde nichts gesendet: Das Token wäre woandershin gegangen. Nehmen Sie einen seiner API-Ursprünge.',
    },
    requestMethod: {
      empty: 'Die Methode fehlt. Geben Sie sie ein.',
      tooLong: 'Diese Methode ist zu lang. Nehmen Sie eine kürzere.',
      malformed: 'Diese Methode lässt sich nicht senden. Wählen Sie eine aus der Liste.',
    },
    requestHeaders: {
      tooLong: 'Diese Header sind zu lang. Nehmen Sie kürzere.',
      malformed:
        'Ein Header ist ein Name, ein Doppelpunkt und ein Wert, einer in jeder Zeile, und manche Namen setzt Hotseat. Berichtigen oder entfernen Sie die Zeile.',
    },
    requestBody: {
      empty: 'Der Body fehlt. Geben Sie ihn ein.',
      tooLong: 'Dieser Body ist zu lang. Senden Sie einen mit höchstens einer Million Zeichen.',
      malformed:
        'Eine Anfrage mit dieser Methode hat keinen Body. Leeren Sie ihn oder wählen Sie eine andere Methode.',
    },
    functionName: {
      empty: 'Der Name der Funktion fehlt. Geben Sie ihn ein.',
      tooLong: 'Dieser Name ist zu lang. Nehmen Sie einen kürzeren.',
      malformed:
        'Das ist nicht der Name einer Funktion. Nehmen Sie Buchstaben, Ziffern, Punkte und Unterstriche.',
    },
    command: {
      empty: 'Etwas fehlte, daher wurde nichts getan. Versuchen Sie es erneut.',
      tooLong:
        'Das war mehr, als hineinpasst, daher wurde nichts getan. Kürzen Sie es und versuchen Sie es erneut.',
      tooShort: 'Das war zu wenig, daher wurde nichts getan. Versuchen Sie es erneut.',
      malformed: 'Das war nicht zu verstehen, daher wurde nichts getan. Versuchen Sie es erneut.',
    },
    pin: {
      empty: 'Die PIN fehlt. Geben Sie mindestens sechs Ziffern ein.',
      tooLong: 'Diese PIN ist zu lang. Nehmen Sie eine kürzere.',
      tooShort: 'Diese PIN ist zu kurz. Nehmen Sie mindestens sechs Ziffern.',
      malformed: 'Eine PIN hat nur Ziffern. Für Buchstaben nehmen Sie eine Passphrase.',
      guessable: 'Diese PIN gehört zu den ersten, die andere versuchen würden. Wählen Sie eine andere.',
    },
    passphrase: {
      empty: 'Die Passphrase fehlt. Geben Sie mindestens zwölf Zeichen ein.',
      tooLong: 'Diese Passphrase ist zu lang. Nehmen Sie eine kürzere.',
      tooShort:
        'Diese Passphrase ist zu kurz. Nehmen Sie mindestens zwölf Zeichen; einige Wörter sind leicht zu merken.',
      guessable:
        'Diese Passphrase gehört zu den ersten, die andere versuchen würden. Wählen Sie eine andere.',
    },
  },
};
