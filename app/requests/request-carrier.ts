import type { Header } from '../contract/request-views.ts';
import type { Outcome } from '../outcome.ts';
import type { Cancellation } from '../ports.ts';
import type { CheckedRequest } from './checked-request.ts';
import type { RequestAddress } from './request-address.ts';

/** A request that has passed every rule, with whatever tells who asks among its headers. */
export interface CarriedRequest extends RequestAddress, CheckedRequest {}

export interface AnswerHead {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly Header[];
}

/** Hears an answer while it comes. */
export interface AnswerListener {
  head(head: AnswerHead): void;
  /** What has come since, in Unicode; `byteCount` of all that has come so far. */
  text(text: string, byteCount: number): void;
}

/** What there is to say at the end of an answer that its listener has not heard. */
export interface AnswerEnd {
  readonly byteCount: number;
  readonly isCut: boolean;
  readonly kind: 'text' | 'binary';
}

/**
 * Carries one request to where it goes and its answer back. Never rejects. Any status is a success; fails as calls
 * of a provider do. Follows no redirect, keeps nothing, bounds time and size.
 */
export type RequestCarrier = (
  request: CarriedRequest,
  listener: AnswerListener,
  cancellation: Cancellation,
) => Promise<Outcome<AnswerEnd>>;
