import type { LinkAsk, LinkRefusal } from '../../contract/link-views.ts';
import type { Messages } from '../message.ts';

/** Links that lead here from elsewhere. */
export const link = {
  asked: {
    switch: 'Switch to {name}?',
    open: 'Open the workspace of {name}?',
    addService: 'Look at a new service?',
  },
  lead: 'A link asks for this. Go on only if you have just followed one that you trust.',
  account: 'Account',
  email: 'E-mail',
  service: 'Service',
  address: 'Address',
  note: 'The link says',
  quoted: '“{text}”',
  locked: 'The account is locked, so it is unlocked first.',
  loggedOut: 'The account is logged out, so you log in first.',
  addServiceText: 'Nothing is added yet: the form opens with what the link says, for you to check.',
  confirm: { switch: 'Switch', open: 'Open', addService: 'Open the form' },
  askedOfGone: {
    switch: 'Switch to an account that is no longer here?',
    open: 'Open the workspace of an account that is no longer here?',
  },
  refused: {
    notUnderstood:
      'A link led here that Hotseat does not understand, so nothing was done. Ask whoever made it.',
    unknownAccount: 'A link led here for an account that is not on this computer, so nothing was done.',
    outsideService:
      'A link led here that wanted an account to open a page outside of its service, so nothing was done.',
    rules: 'A link led here that wanted to add a service. The rules of this computer do not allow that.',
  },
} as const satisfies {
  readonly asked: Record<LinkAsk['kind'], string>;
  readonly confirm: Record<LinkAsk['kind'], string>;
  readonly refused: Record<LinkRefusal, string>;
} & Messages;
