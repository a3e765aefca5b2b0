/**
 * Base URL of the directory while it runs in its own process and no socket exists. `.invalid` never resolves
 * (RFC 2606, section 2), so a request that leaves by mistake reaches nobody.
 */
export const DIRECTORY_ORIGIN = 'http://directory.hotseat.invalid';
