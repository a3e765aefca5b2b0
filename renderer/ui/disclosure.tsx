import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import styles from './disclosure.module.css';

interface DisclosureProps {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly onToggle?: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** What few people need, behind its title. Left alone it opens and closes by itself. */
export const Disclosure = ({ title, isOpen, onToggle, children }: DisclosureProps) => (
  <AriaDisclosure
    className={styles['disclosure'] ?? ''}
    {...(isOpen === undefined ? {} : { isExpanded: isOpen })}
    {...(onToggle ? { onExpandedChange: onToggle } : {})}
  >
    <Heading level={3}>
      <Button slot="trigger" className={styles['trigger'] ?? ''}>
        <ChevronRight size={16} aria-hidden="true" className={styles['sign']} />
        {title}
      </Button>
    </Heading>
    <DisclosurePanel>
      <div className={styles['panel']}>{children}</div>
    </DisclosurePanel>
  </AriaDisclosure>
);
