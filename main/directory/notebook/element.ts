/** The one element of the page, or of a part of it, that the selector means. */
export const only = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  selector = '',
  root: ParentNode = document,
): HTMLElementTagNameMap[Name] => {
  const found = root.querySelector<HTMLElementTagNameMap[Name]>(`${name}${selector}`);
  if (!found) throw new Error(`The page has no ${name}${selector}`);
  return found;
};

/** A copy of what the template of that id holds. */
export const copyOf = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  templateId: string,
): HTMLElementTagNameMap[Name] =>
  only(name, '', document.importNode(only('template', templateId).content, true));
