import { useRef, useState } from 'react';
import type { ErrorReport, ServiceId } from '../../../app/contract/bridge.ts';
import type { ServiceDraft } from '../../../app/contract/service-draft.ts';
import type { ServiceOffer } from '../../../app/contract/views.ts';
import { isWorthTelling } from '../../text/sentences.ts';
import {
  emptyServiceForm,
  faultInService,
  serviceDraftOf,
  serviceFormOf,
  type AddedKind,
  type AddedServiceView,
  type ServiceForm,
} from './service-form-draft.ts';

type Running = 'check' | 'add' | 'save';

export interface ServiceFormState {
  readonly kind: AddedKind;
  readonly values: ServiceForm;
  readonly isSecretRemoved: boolean;
  /** Is there a secret that could be kept or removed? */
  readonly hasSecret: boolean;
  /** What the service said of just these values. */
  readonly offer: ServiceOffer | undefined;
  readonly running: Running | undefined;
  readonly error: ErrorReport | undefined;
  readonly chooseKind: (kind: AddedKind) => void;
  readonly change: (values: ServiceForm) => void;
  readonly removeSecret: (isRemoved: boolean) => void;
  readonly check: () => void;
  /** A new service is checked first, and added when its offer has been seen. */
  readonly submit: () => void;
}

/** The form of a service: what was typed, what the service said of it, and what is being done. */
export const useServiceForm = (
  /** What it begins with. */
  first: AddedServiceView | ServiceDraft | undefined,
  edited: AddedServiceView | undefined,
  onDone: (name: string, addedId?: ServiceId) => void,
): ServiceFormState => {
  const [kind, setKind] = useState<AddedKind>(first?.kind ?? 'appServices');
  const [values, setValues] = useState(first ? serviceFormOf(first) : emptyServiceForm);
  const [isSecretRemoved, setIsSecretRemoved] = useState(false);
  const [offer, setOffer] = useState<ServiceOffer>();
  const [running, setRunning] = useState<Running>();
  const [error, setError] = useState<ErrorReport>();
  const isBusy = useRef(false);

  /** An offer belongs to the values that were checked. */
  const forget = () => {
    setOffer(undefined);
    setError(undefined);
  };

  const run = async (what: Running, work: () => Promise<ErrorReport | undefined>) => {
    const fault = faultInService(kind, values);
    if (fault) setError(fault);
    if (fault || isBusy.current) return;
    isBusy.current = true;
    setError(undefined);
    setRunning(what);
    const failure = await work();
    isBusy.current = false;
    setRunning(undefined);
    if (failure && isWorthTelling(failure)) setError(failure);
  };

  const draft = () => serviceDraftOf(kind, values, isSecretRemoved);

  const check = () =>
    void run('check', async () => {
      setOffer(undefined);
      const outcome = await window.hotseat.execute('checkService', {
        draft: draft(),
        ...(edited ? { serviceId: edited.id } : {}),
      });
      if (!outcome.ok) return outcome.error;
      setOffer(outcome.value);
      return undefined;
    });

  const keep = (what: 'add' | 'save', otherOrigins: string[]) =>
    void run(what, async () => {
      const name = values.serviceName.trim();
      if (edited) {
        const serviceId = edited.id;
        const saved = await window.hotseat.execute('editService', {
          serviceId,
          draft: draft(),
          otherOrigins,
        });
        if (saved.ok) onDone(name);
        return saved.ok ? undefined : saved.error;
      }
      const added = await window.hotseat.execute('addService', { draft: draft(), otherOrigins });
      if (added.ok) onDone(name, added.value.serviceId);
      return added.ok ? undefined : added.error;
    });

  return {
    kind,
    values,
    isSecretRemoved,
    hasSecret: edited?.kind === 'openIdConnect' && edited.hasClientSecret,
    offer,
    running,
    error,
    chooseKind: (chosen) => {
      setKind(chosen);
      forget();
    },
    change: (next) => {
      setValues(next);
      // Its name is no concern of the service.
      if (Object.entries(next).some(([key, text]) => key !== 'serviceName' && text !== textOf(values, key)))
        forget();
    },
    removeSecret: (isRemoved) => {
      setIsSecretRemoved(isRemoved);
      forget();
    },
    check,
    submit: () => {
      if (edited) keep('save', seenOrigins(offer, edited));
      else if (offer) keep('add', seenOrigins(offer, edited));
      else check();
    },
  };
};

const textOf = (values: ServiceForm, key: string): string | undefined =>
  Object.entries(values).find(([name]) => name === key)?.[1];

/** The other origins that the person has seen: those of the offer, or those that were accepted before. */
const seenOrigins = (offer: ServiceOffer | undefined, edited: AddedServiceView | undefined): string[] => {
  const source = offer ?? edited;
  return source?.kind === 'openIdConnect' ? [...source.otherOrigins] : [];
};
