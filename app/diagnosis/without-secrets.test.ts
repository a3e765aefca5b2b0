import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutSecrets } from './without-secrets.ts';

const redact = (text: string, home = '/home/ada'): string => withoutSecrets(text, home);

describe('redaction', () => {
  it('takes out tokens, whatever stands around them', () => {
    const token = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
    expect(redact(`answer {"access_token":"${token}"}`)).toBe('answer {"access_token":"[token]"}');
    expect(redact(`Authorization: Bearer ${token}`)).not.toContain('eyJ');
    expect(redact('Authorization: Bearer abc')).toBe('Authorization: Bearer [token]');
  });

  it('takes out e-mail addresses', () => {
    expect(redact('user ada.lovelace+test@mail.example.test was refused')).toBe('user [e-mail] was refused');
    expect(redact('user jörg@müller.example')).toBe('user [e-mail]');
  });

  it('takes out encoded bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 48, maxLength: 96 }),
        fc.constantFrom('base64', 'base64url', 'hex'),
        (bytes, encoding) => {
          const secret = Buffer.from(bytes).toString(encoding);
          fc.pre(!secret.includes('/') || secret.split('/').some((part) => part.length >= 24));
          expect(redact(`key=${secret};`)).not.toContain(secret);
        },
      ),
    );
  });

  it('leaves the folder of the person out, and the rest of a path in', () => {
    expect(redact('ENOENT: /home/ada/.config/Hotseat/accounts.json', '/home/ada')).toBe(
      'ENOENT: ~/.config/Hotseat/accounts.json',
    );
    const frame = 'at run (file:///opt/Hotseat/resources/app.asar/out/main/chunks/start-9cbME49r.js:12:3)';
    expect(redact(frame, '/home/ada')).toBe(frame);
  });
});
