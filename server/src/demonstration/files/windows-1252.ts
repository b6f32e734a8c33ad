/** What Windows-1252 has where Latin-1 has control characters, as far as texts of ours use it. */
const bytes: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
};

const special = new RegExp(`[${Object.keys(bytes).join('')}]`, 'g');

/** A text in Windows-1252. */
export function windows1252(text: string): Buffer {
  return Buffer.from(
    text.replace(special, (character) => String.fromCharCode(bytes[character] ?? 0x3f)),
    'latin1',
  );
}
