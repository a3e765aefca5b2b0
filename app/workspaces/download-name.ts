/** Bytes that every file system takes, with room for a number and `.part`. */
const nameByteLimit = 200;

/** What is not shown, or shows a name the other way round, or is a path or a pattern to some system. */
const troublesome = /[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;

/** Names of devices on Windows, with any ending, which it looks for behind spaces too. */
const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(?:\.|$)/i;

/** Systems follow these, or read them by themselves, without anybody opening them. */
const acting =
  /\.(?:lnk|url|scf|desktop|directory|webloc|inetloc|fileloc|library-ms|search-ms|searchconnector-ms|settingcontent-ms|website|appref-ms|theme|themepack|local|manifest)$/i;
const actingWhole = /^(?:desktop\.ini|autorun\.inf|thumbs\.db)$/i;

/** The name under which a download is saved, whatever the server says it is called: no path, and nothing that acts. */
export const downloadName = (suggested: string): string => {
  const plain = suggested
    .normalize('NFC')
    .replaceAll(troublesome, '_')
    // A name that begins with a dot is hidden; one that ends with a dot or a space is another one on Windows.
    .replace(/^[\s.]+/u, (dots) => '_'.repeat(dots.trim().length))
    .replace(/[\s.]+$/u, '');
  const name = plain === '' || /^_*$/.test(plain) ? 'download' : plain;
  const safe = device.test(name) ? `_${name}` : name;
  const short = shortened(safe);
  return acting.test(short) || actingWhole.test(short) ? `${short}.download` : short;
};

/** With its number where the name is taken: `report (2).pdf`. */
export const numberedName = (name: string, number: number): string => {
  if (number < 2) return name;
  const { stem, ending } = partsOf(name);
  return `${stem} (${number})${ending}`;
};

const partsOf = (name: string): { readonly stem: string; readonly ending: string } => {
  const [, stem = name, ending = ''] = /^(.+?)((?:\.tar)?\.[\w-]{1,16})$/u.exec(name) ?? [];
  return { stem, ending };
};

const shortened = (name: string): string => {
  const { stem, ending } = partsOf(name);
  const letters = Array.from(stem);
  while (letters.length > 1 && byteCount(letters.join('') + ending) > nameByteLimit) letters.pop();
  return letters.join('').trimEnd() + ending;
};

/** In UTF-8. */
const byteCount = (text: string): number => encodeURIComponent(text).replaceAll(/%../g, '_').length;
