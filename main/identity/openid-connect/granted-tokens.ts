import type { LogInCircumstances } from '../../../app/identity/identity-provider.ts';
import type { GrantedTokens } from './conversation.ts';

/** What a login under way was granted. If the login comes to nothing, that is given back, now or when it arrives. */
export interface Grants {
  receive(tokens: GrantedTokens): void;
  abandon(): void;
}

export const createGrants = (circumstances: Pick<LogInCircumstances, 'giveBack'>): Grants => {
  const received: GrantedTokens[] = [];
  let isAbandoned = false;
  return {
    receive: (tokens) => {
      if (isAbandoned) circumstances.giveBack(tokens);
      else received.push(tokens);
    },
    abandon: () => {
      isAbandoned = true;
      for (const tokens of received.splice(0)) circumstances.giveBack(tokens);
    },
  };
};
