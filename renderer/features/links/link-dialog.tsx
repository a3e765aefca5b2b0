import type { LinkAsk } from '../../../app/contract/link-views.ts';
import type { ServiceDraft } from '../../../app/contract/service-draft.ts';
import type { UserView } from '../../../app/contract/views.ts';
import { useServiceName, useUser } from '../../state/mirror.ts';
import { openDialog } from '../../state/view.ts';
import { linkWords } from '../../text/spoken.ts';
import { DialogText } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Confirmation } from '../removal/confirmation.tsx';

type Fact = Parameters<typeof Facts>[0]['facts'][number];

/** Asks whether to do what a link from anywhere asks for. What it says is plain text, and shown as its words. */
export const LinkDialog = ({ ask }: { readonly ask: LinkAsk }) => {
  const user = useUser('userId' in ask ? ask.userId : undefined);
  const serviceName = useServiceName(user);
  const follow = async () => {
    const followed = await window.hotseat.execute('followLink', { linkId: ask.id });
    if (followed.ok && ask.kind === 'addService')
      openDialog({ kind: 'settings', startsWith: 'serviceForm', draft: ask.draft });
    return followed;
  };
  const facts: readonly Fact[] = [
    ...(ask.kind === 'addService' ? serviceFacts(ask.draft) : accountFacts(user, serviceName)),
    ...(ask.kind === 'open' && ask.address !== undefined
      ? [{ name: linkWords.address, value: ask.address }]
      : []),
    ...(ask.note === undefined
      ? []
      : [{ name: linkWords.note, value: linkWords.quoted({ text: ask.note }) }]),
  ];
  return (
    <Confirmation
      title={titleOf(ask, user)}
      confirmLabel={linkWords.confirm[ask.kind]}
      look="loud"
      confirm={follow}
      onClose={() => void window.hotseat.execute('dismissLink', { linkId: ask.id })}
    >
      <DialogText>{linkWords.lead}</DialogText>
      <Facts facts={facts} />
      {ask.kind === 'addService' && <DialogText>{linkWords.addServiceText}</DialogText>}
      {user?.isLocked && <DialogText>{linkWords.locked}</DialogText>}
      {user?.state === 'loggedOut' && <DialogText>{linkWords.loggedOut}</DialogText>}
    </Confirmation>
  );
};

const titleOf = (ask: LinkAsk, user: UserView | undefined): string => {
  if (ask.kind === 'addService') return linkWords.asked.addService;
  return user ? linkWords.asked[ask.kind]({ name: user.name }) : linkWords.askedOfGone[ask.kind];
};

const accountFacts = (user: UserView | undefined, serviceName: string): readonly Fact[] =>
  user
    ? [
        { name: linkWords.account, value: user.name },
        ...(user.email === undefined ? [] : [{ name: linkWords.email, value: user.email }]),
        { name: linkWords.service, value: serviceName },
      ]
    : [];

const serviceFacts = (draft: ServiceDraft): readonly Fact[] => [
  { name: linkWords.service, value: draft.name },
  { name: linkWords.address, value: addressOf(draft) },
];

const addressOf = (draft: ServiceDraft): string => {
  if (draft.kind === 'appServices') return draft.baseUrl;
  return draft.kind === 'website' ? draft.url : draft.issuer;
};
