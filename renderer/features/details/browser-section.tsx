import type { UserId } from '../../../app/contract/bridge.ts';
import { useTask } from '../../state/use-task.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { detailWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { DialogText } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { Section } from '../../ui/section.tsx';

interface BrowserSectionProps {
  readonly userId: UserId;
  readonly serviceName: string;
}

/** The issuer's own session in the browser, which a log out here leaves alone. */
export const BrowserSection = ({ userId, serviceName }: BrowserSectionProps) => {
  const { isRunning, error, run } = useTask(() => undefined);
  return (
    <Section title={detailWords.browserTitle}>
      <DialogText>{detailWords.browserLead({ service: serviceName })}</DialogText>
      {error && (
        <Message tone="fault" role="alert">
          {sentenceOf(error, 'signOut')}
        </Message>
      )}
      <Button
        isPending={isRunning}
        onPress={() => void run(() => window.hotseat.execute('endBrowserSession', { userId }))}
      >
        {detailWords.signOutInBrowser}
      </Button>
    </Section>
  );
};
