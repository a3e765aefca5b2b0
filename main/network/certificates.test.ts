import { getCACertificates, setDefaultCACertificates, type TlsOptions } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createManualTimers } from '../../app/testing/manual-timers.ts';
import { createBoundedFetch } from './bounded-fetch.ts';
import type { RequestFailure } from './request-failure.ts';
import { certificateAuthority, serverCertificate, type Certificate } from './testing/certificates.ts';
import { startFaultServer, type FaultServer } from './testing/fault-server.ts';
import { answering } from './testing/faults.ts';

const anHourMs = 60 * 60 * 1000;

describe('a server that has to prove who it is', () => {
  const trustedBefore = getCACertificates('default');
  let authority: Certificate;
  let server: FaultServer | undefined;

  beforeAll(async () => {
    authority = await certificateAuthority();
    setDefaultCACertificates([authority.cert]);
  });
  afterAll(() => setDefaultCACertificates(trustedBefore));
  afterEach(() => server?.close());

  const ask = async (tls: TlsOptions): Promise<RequestFailure['kind'] | 'answered'> => {
    server = await startFaultServer(answering(200, {}, 'hello'), { tls, host: 'localhost' });
    const bounded = createBoundedFetch({ fetch, timers: createManualTimers() });
    return bounded(server.origin, {
      headers: { Authorization: 'Bearer CANARY-ada-accessToken-77ab01' },
    }).then(
      () => 'answered',
      (cause: RequestFailure) => cause.kind,
    );
  };

  it('C6: is believed with a good certificate', async () => {
    expect(await ask(await serverCertificate({ authority }))).toBe('answered');
  });

  it.each<[string, () => Promise<Certificate>]>([
    ['expired', () => serverCertificate({ authority, notAfter: new Date(Date.now() - anHourMs / 2) })],
    ['not valid yet', () => serverCertificate({ authority, notBefore: new Date(Date.now() + anHourMs / 2) })],
    ['of another host', () => serverCertificate({ authority, host: 'example.org' })],
    ['signed by itself', () => serverCertificate()],
    [
      'of an authority that nobody trusts',
      async () => serverCertificate({ authority: await certificateAuthority() }),
    ],
  ])('C6: is not, and hears nothing, with a certificate that is %s', async (_title, certificate) => {
    expect(await ask(await certificate())).toBe('certificate');
    expect(server?.received).toEqual([]);
  });

  it('C6: is not with TLS 1.0', async () => {
    const tls = { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    expect(await ask({ ...(await serverCertificate({ authority })), ...tls })).toBe('unreachable');
    expect(server?.received).toEqual([]);
  });

  it('C6: gets no certificate of ours when it asks for one', async () => {
    const tls = { ...(await serverCertificate({ authority })), requestCert: true, rejectUnauthorized: false };
    expect(await ask(tls)).toBe('answered');
    expect(server?.received).toMatchObject([{ hasClientCertificate: false }]);
  });
});
