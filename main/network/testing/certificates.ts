import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export interface CertificateTerms {
  /** The host it is for. */
  readonly host?: string;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** Who signs it; itself where there is none. */
  readonly authority?: Certificate;
}

const anHourMs = 60 * 60 * 1000;

/** A certificate of a server, as this test wants it. Good, unless its terms say otherwise, where its signer is trusted. */
export const serverCertificate = async ({
  host = 'localhost',
  notBefore = new Date(Date.now() - anHourMs),
  notAfter = new Date(Date.now() + anHourMs),
  authority,
}: CertificateTerms = {}): Promise<Certificate> => {
  const made = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: notBefore,
    notAfterDate: notAfter,
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
    ],
    ...(authority && { ca: authority }),
  });
  return { key: made.private, cert: made.cert };
};

/** An authority that signs others. */
export const certificateAuthority = async (): Promise<Certificate> => {
  const made = await generate([{ name: 'commonName', value: 'Test authority' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { key: made.private, cert: made.cert };
};
