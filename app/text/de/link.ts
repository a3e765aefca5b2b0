import type { link as english } from '../en/link.ts';
import type { Translated } from '../message.ts';

export const link: Translated<typeof english> = {
  asked: {
    switch: 'Zu {name} wechseln?',
    open: 'Den Arbeitsbereich von {name} öffnen?',
    addService: 'Einen neuen Dienst ansehen?',
  },
  lead: 'Ein Link bittet darum. Fahren Sie nur fort, wenn Sie gerade einem gefolgt sind, dem Sie vertrauen.',
  account: 'Konto',
  email: 'E-Mail',
  service: 'Dienst',
  address: 'Adresse',
  note: 'Der Link sagt',
  quoted: '„{text}“',
  locked: 'Das Konto ist gesperrt, daher wird es zuerst entsperrt.',
  loggedOut: 'Das Konto ist abgemeldet, daher melden Sie sich zuerst an.',
  addServiceText:
    'Noch wird nichts hinzugefügt: Das Formular öffnet sich mit dem, was der Link sagt, damit Sie es prüfen können.',
  confirm: { switch: 'Wechseln', open: 'Öffnen', addService: 'Formular öffnen' },
  askedOfGone: {
    switch: 'Zu einem Konto wechseln, das nicht mehr hier ist?',
    open: 'Den Arbeitsbereich eines Kontos öffnen, das nicht mehr hier ist?',
  },
  refused: {
    notUnderstood:
      'Ein Link führte hierher, den Hotseat nicht versteht, daher wurde nichts getan. Fragen Sie, von wem er stammt.',
    unknownAccount:
      'Ein Link führte hierher für ein Konto, das es auf diesem Computer nicht gibt, daher wurde nichts getan.',
    outsideService:
      'Ein Link führte hierher, mit dem ein Konto eine Seite außerhalb seines Dienstes öffnen sollte, daher wurde nichts getan.',
    rules:
      'Ein Link führte hierher, der einen Dienst hinzufügen sollte. Die Regeln dieses Computers erlauben das nicht.',
  },
};
