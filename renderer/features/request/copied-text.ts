/** Puts text into the clipboard as the Copy of a menu does, which needs no permission. Was it taken? */
export const copyText = (text: string): boolean => {
  let isTaken = false;
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isTaken = event.clipboardData !== null;
  };
  document.addEventListener('copy', give, { capture: true });
  // The page has no permission for the clipboard's own interface, and needs none for this.
  document.execCommand('copy');
  document.removeEventListener('copy', give, { capture: true });
  return isTaken;
};
