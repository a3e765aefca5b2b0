import type { AccountDetails, ServiceView, UserView } from '../../../app/contract/views.ts';
import { useNow } from '../../state/use-now.ts';
import { fromNow, moment } from '../../text/durations.ts';
import { words, detailWords } from '../../text/spoken.ts';
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
          user.state === 'loggedOut'
            ? { name: detailWords.session, value: words.loggedOut }
            : { name: detailWords.sessionEnds, value: sessionEnd(details, nowMs) },
        ]}
      />
    </Section>
  );
};

const sessionEnd = ({ sessionEndsAtMs }: AccountDetails, nowMs: number): string =>
  sessionEndsAtMs === undefined
    ? detailWords.endNotSaid
    : detailWords.endOf({ relative: fromNow(sessionEndsAtMs, nowMs), absolute: moment(sessionEndsAtMs) });
