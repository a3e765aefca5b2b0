import {
  createAppServicesClient,
  type AppServicesClient,
  type AppServicesClientOptions,
} from '../../app/identity/app-services/app-services-client.ts';
import { DIRECTORY_APP_ID } from '../directory/directory-app-id.ts';
import { DIRECTORY_ORIGIN } from '../directory/directory-origin.ts';

/** The client of the directory, which is reached over its own transport only. */
export const createDirectoryProvider = (
  options: Omit<AppServicesClientOptions, 'appId' | 'baseUrl'>,
): AppServicesClient =>
  createAppServicesClient({ ...options, appId: DIRECTORY_APP_ID, baseUrl: () => DIRECTORY_ORIGIN });
