import { serviceIdSchema, type ServiceId } from '../users/user.ts';

/** Where accounts live. The directory is built in; other kinds are added by the person. */
export interface Service {
  readonly id: ServiceId;
  readonly kind: 'directory';
  readonly name: string;
}

export const directoryService: Service = {
  id: serviceIdSchema.parse('directory'),
  kind: 'directory',
  name: 'This computer',
};
