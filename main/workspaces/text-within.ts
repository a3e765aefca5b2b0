/** The whole text of a body, or nothing where it is longer than that. */
export const textWithin = async (
  body: ReadableStream<Uint8Array> | null,
  limitBytes: number,
): Promise<string | undefined> => {
  if (body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let byteCount = 0;
  for await (const chunk of body) {
    byteCount += chunk.byteLength;
    if (byteCount > limitBytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
};
