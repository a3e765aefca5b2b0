import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ServiceId } from '../../../app/contract/bridge.ts';
import { useMirror } from '../../state/mirror.ts';
import { lockWords, serviceWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { DialogText } from '../../ui/dialog.tsx';
import { Section } from '../../ui/section.tsx';
import { accountCounts } from './account-counts.ts';
import { RemoveServiceDialog } from './remove-service-dialog.tsx';
import type { AddedServiceView } from './service-form-draft.ts';
import { ServiceItem } from './service-item.tsx';
import styles from './services-section.module.css';

/** The form that was left last, and whose it was, if it was of a service that is there. */
export interface LeftForm {
  readonly serviceId: ServiceId | undefined;
}

interface ServicesSectionProps {
  /** Where the focus goes back to. */
  readonly left: LeftForm | undefined;
  readonly onAdd: () => void;
  readonly onEdit: (serviceId: ServiceId) => void;
}

export const ServicesSection = ({ left, onAdd, onEdit }: ServicesSectionProps) => {
  const services = useMirror((mirror) => mirror.services);
  const counts = accountCounts(useMirror((mirror) => mirror.users));
  const mayAdd = useMirror(({ desk }) => desk.mayAddServices);
  const [removing, setRemoving] = useState<AddedServiceView>();
  return (
    <Section
      title={serviceWords.services}
      action={
        mayAdd && (
          <Button autoFocus={left !== undefined && left.serviceId === undefined} onPress={onAdd}>
            <Plus size={16} aria-hidden="true" />
            {serviceWords.addService}
          </Button>
        )
      }
    >
      <DialogText>
        {mayAdd ? serviceWords.lead : `${serviceWords.lead} ${lockWords.noOtherServices}`}
      </DialogText>
      <ul className={styles['list']} aria-label={serviceWords.services}>
        {services.map((service) => (
          <ServiceItem
            key={service.id}
            service={service}
            accountCount={counts.get(service.id) ?? 0}
            hasFocus={left?.serviceId === service.id}
            onEdit={onEdit}
            onRemove={setRemoving}
          />
        ))}
      </ul>
      {removing && <RemoveServiceDialog service={removing} onClose={() => setRemoving(undefined)} />}
    </Section>
  );
};
