import type { Answer } from '../../../app/contract/request-views.ts';
import { jsonNodeIn, type JsonNode } from './json-node.ts';

const known = new WeakMap<Answer, { readonly node: JsonNode | undefined }>();

/** The JSON of an answer, if it is JSON; read once, however often it is shown and compared. */
export const answerJson = (answer: Answer): JsonNode | undefined => {
  const read = known.get(answer);
  if (read) return read.node;
  const node = answer.content.kind === 'text' ? jsonNodeIn(answer.content.text) : undefined;
  known.set(answer, { node });
  return node;
};
