import type { AccountDetails, ServiceView, UserView } from '../../../app/contract/views.ts';
import { useNow } from '../../state/use-now.ts';
import { detailWords } from '../../text/detail-words.ts';
import { fromNow, moment } from '../../text/durations.ts';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';

interface AboutSectionProps {
  readonly user: UserView;
  readonly service: ServiceView;
  readonly details: AccountDetails;
}

export const AboutSection = ({ user, service, details }: AboutSectionProps) => {
  const nowMs = useNow(30_000);
  return (
    <Section title={detailWords.about}>
      <Facts
        facts={[
          { name: detailWords.service, value: service.name },
          { name: detailWords.email, value: user.email ?? detailWords.noEmail },
          { name: detailWords.id, value: details.subject },
          { name: detailWords.sessionEnds, value: sessionEnd(user, details, nowMs) },
        ]}
      />
    </Section>
  );
};

const sessionEnd = (user: UserView, { sessionEndsAtMs }: AccountDetails, nowMs: number): string => {
  if (user.state === 'loggedOut') return detailWords.isLoggedOut;
  return sessionEndsAtMs === undefined
    ? detailWords.endNotSaid
    : detailWords.endOf(fromNow(sessionEndsAtMs, nowMs), moment(sessionEndsAtMs));
};
