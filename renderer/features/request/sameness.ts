import { readText, type JsonNode } from './json-node.ts';

/** A number for every JSON value; equal values get the same, whatever their blanks, escapes or order of keys. */
export class Sameness {
  readonly #ids = new Map<string, number>();
  readonly #known = new WeakMap<JsonNode, number>();

  isSame(one: JsonNode, other: JsonNode): boolean {
    return this.idOf(one) === this.idOf(other);
  }

  idOf(node: JsonNode): number {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const key = this.#keyOf(node);
    const id = this.#ids.get(key) ?? this.#ids.size;
    this.#ids.set(key, id);
    this.#known.set(node, id);
    return id;
  }

  #keyOf(node: JsonNode): string {
    switch (node.kind) {
      case 'list':
        return `[${node.items.map((item) => this.idOf(item)).join()}`;
      case 'record': {
        const values = new Map(node.entries.map(({ name, node: value }) => [name, this.idOf(value)]));
        return `{${JSON.stringify([...values].toSorted(([one], [other]) => (one < other ? -1 : 1)))}`;
      }
      case 'text':
        return `"${readText(node.source)}`;
      case 'number':
        return plainNumber(node.source);
      default:
        return node.source;
    }
  }
}

/** As many digits as a number of this language always keeps. */
const exactDigits = 15;

/** `1.0` and `1` are the same; numbers that would lose digits are compared as they are written. */
const plainNumber = (source: string): string =>
  source.length <= exactDigits ? String(Number(source)) : source;
