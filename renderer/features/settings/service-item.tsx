import { Fingerprint, Globe, Monitor, Pencil, Server, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { ServiceId } from '../../../app/contract/bridge.ts';
import type { ServiceView } from '../../../app/contract/views.ts';
import { serviceWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { useFocusOnArrival } from '../../ui/kept-focus.ts';
import type { AddedServiceView } from './service-form-draft.ts';
import styles from './services-section.module.css';

interface ServiceItemProps {
  readonly service: ServiceView;
  readonly accountCount: number;
  readonly hasFocus: boolean;
  readonly onEdit: (serviceId: ServiceId) => void;
  readonly onRemove: (service: AddedServiceView) => void;
}

const icons = { directory: Monitor, appServices: Server, openIdConnect: Fingerprint, website: Globe };

export const ServiceItem = ({ service, accountCount, hasFocus, onEdit, onRemove }: ServiceItemProps) => {
  const editButton = useRef<HTMLButtonElement>(null);
  useFocusOnArrival(editButton, hasFocus);
  const Icon = icons[service.kind];
  const address = addressOf(service);
  return (
    <li className={styles['item']}>
      <Icon size={20} strokeWidth={1.75} aria-hidden="true" className={styles['icon']} />
      <div className={styles['texts']}>
        <p className={styles['name']}>
          <bdi>{service.name}</bdi>
        </p>
        <p className={styles['detail']}>
          {serviceWords.kinds[service.kind]} · {serviceWords.accounts({ count: accountCount })}
        </p>
        {address !== undefined && (
          <p className={styles['detail']}>
            <bdi className={styles['address']}>{address}</bdi>
          </p>
        )}
      </div>
      {service.kind !== 'directory' && (
        <div className={styles['actions']}>
          <Button
            look="icon"
            ref={editButton}
            aria-label={serviceWords.edit({ name: service.name })}
            onPress={() => onEdit(service.id)}
          >
            <Pencil size={16} aria-hidden="true" />
          </Button>
          <Button
            look="icon"
            aria-label={serviceWords.remove({ name: service.name })}
            onPress={() => onRemove(service)}
          >
            <Trash2 size={16} aria-hidden="true" />
          </Button>
        </div>
      )}
    </li>
  );
};

const addressOf = (service: ServiceView): string | undefined => {
  if (service.kind === 'directory') return undefined;
  if (service.kind === 'website') return service.url;
  return service.kind === 'appServices' ? service.baseUrl : service.issuer;
};
