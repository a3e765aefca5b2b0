import { CircleCheck } from 'lucide-react';
import type { ServiceOffer } from '../../../app/contract/views.ts';
import { serviceWords } from '../../text/spoken.ts';
import { Facts } from '../../ui/facts.tsx';
import { Message } from '../../ui/message.tsx';
import styles from './offer-view.module.css';

type IssuerOffer = Extract<ServiceOffer, { kind: 'openIdConnect' }>;

/** What a service said when it was asked. */
export const OfferView = ({ offer }: { readonly offer: ServiceOffer }) => (
  <div className={styles['offer']}>
    <p className={styles['there']}>
      <CircleCheck size={18} aria-hidden="true" />
      {serviceWords.isThere}
    </p>
    {offer.kind === 'appServices' && (
      <Facts facts={[{ name: serviceWords.callsGoTo, value: offer.hostname }]} />
    )}
    {offer.kind === 'website' && <Facts facts={[{ name: serviceWords.opensAt, value: offer.origin }]} />}
    {offer.kind === 'openIdConnect' && (
      <>
        <Facts facts={issuerFacts(offer)} />
        {offer.otherOrigins.length > 0 && <OtherOrigins origins={offer.otherOrigins} />}
      </>
    )}
  </div>
);

const issuerFacts = (offer: IssuerOffer) => [
  { name: serviceWords.waysIn, value: offer.ways.map((way) => serviceWords.ways[way]).join('; ') },
  {
    name: serviceWords.onLogOut,
    value: [
      offer.revokesTokens ? serviceWords.revokes : serviceWords.revokesNot,
      ...(offer.endsBrowserSession ? [serviceWords.endsInBrowser] : []),
    ].join('; '),
  },
  { name: serviceWords.scopesGranted, value: offer.scopes.join(' ') },
];

const OtherOrigins = ({ origins }: { readonly origins: readonly string[] }) => (
  <Message tone="warning">
    {serviceWords.otherOrigins}
    <ul className={styles['origins']}>
      {origins.map((origin) => (
        <li key={origin}>
          <bdi>{origin}</bdi>
        </li>
      ))}
    </ul>
    {serviceWords.otherOriginsHint}
  </Message>
);
