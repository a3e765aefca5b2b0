import type { JsonNode } from './json-node.ts';

/** A value in one line, cut where it is longer. */
export const jsonLine = (node: JsonNode, longest: number): string => {
  const parts: string[] = [];
  let length = 0;
  const add = (text: string): boolean => {
    parts.push(text);
    length += text.length;
    return length <= longest;
  };
  /** False when there is no room for more. */
  const put = (value: JsonNode): boolean => {
    if (value.kind === 'list')
      return (
        add('[') && value.items.every((item, index) => (index === 0 || add(', ')) && put(item)) && add(']')
      );
    if (value.kind === 'record')
      return (
        add('{') &&
        value.entries.every(
          ({ name, node: child }, index) =>
            (index === 0 || add(', ')) && add(`${JSON.stringify(name)}: `) && put(child),
        ) &&
        add('}')
      );
    return add(value.source.slice(0, longest + 1));
  };
  return put(node) ? parts.join('') : `${parts.join('').slice(0, longest)}…`;
};
