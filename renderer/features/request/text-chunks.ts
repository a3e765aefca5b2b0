const chunkLength = 8000;

/** Text in pieces that end with a line where one ends in time; together they are the text without those breaks. */
export const textChunks = (text: string): readonly string[] => {
  const chunks: string[] = [];
  let at = 0;
  while (at < text.length) {
    const lineEnd = text.lastIndexOf('\n', at + chunkLength);
    const isBroken = text.length - at > chunkLength && lineEnd > at;
    const end = isBroken ? lineEnd : wholeSign(text, Math.min(text.length, at + chunkLength));
    chunks.push(text.slice(at, end));
    at = isBroken ? end + 1 : end;
  }
  return chunks;
};

/** Not between the two halves of a sign beyond the first plane. */
const wholeSign = (text: string, end: number): number => {
  const unit = text.charCodeAt(end);
  return unit >= 0xdc00 && unit <= 0xdfff ? end + 1 : end;
};
