import { describe, expect, it } from 'vitest';
import { withLoginHint } from './login-hint.ts';

const place = {
  startUrl: 'https://app.example.test/',
  ownOrigins: ['https://app.example.test'],
  signInOrigins: ['https://id.example.test'],
};
const email = 'ada+work@example.test';
const request = 'https://id.example.test/authorize?response_type=code&client_id=web';

const hinted = (address: string) => withLoginHint(address, place, email);

describe('the hint at a sign-in', () => {
  it('is added to an authorization request, before its fragment', () => {
    expect(hinted(request)).toBe(`${request}&login_hint=ada%2Bwork%40example.test`);
    expect(hinted(`${request}#part`)).toBe(`${request}&login_hint=ada%2Bwork%40example.test#part`);
    expect(new URL(hinted(request) ?? '').searchParams.get('login_hint')).toBe(email);
  });

  it.each([
    ['another page of the issuer', 'https://id.example.test/account?client_id=web'],
    ['a page without a query', 'https://id.example.test/authorize'],
    ['the same at somebody else’s', request.replace('id.example', 'id.evil')],
    ['the same at the service itself', request.replace('id.example', 'app.example')],
    ['one with a hint of its own', `${request}&login_hint=grace`],
    ['one with a hint that is written differently', `${request}&login%5Fhint=grace`],
    ['one that is signed', `${request}&request=eyJ`],
    ['one that is kept elsewhere', `${request}&request_uri=urn:x`],
  ])('is not added to %s', (_title, address) => {
    expect(hinted(address)).toBeUndefined();
  });

  it('is not made up for an account without an e-mail', () => {
    expect(withLoginHint(request, place, undefined)).toBeUndefined();
  });

  it('does not come twice, so that the redirect to it ends', () => {
    expect(hinted(hinted(request) ?? '')).toBeUndefined();
  });
});
