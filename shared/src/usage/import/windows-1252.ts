/** What Windows-1252 has at 0x80 to 0x9F, where Latin-1 has control characters (WHATWG Encoding Standard). */
const special = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const controls = /[\x80-\x9f]/g;

/** Makes Windows-1252 of a text that was decoded as Latin-1. TextDecoder of Node 20 decodes the one as the other. */
export function windows1252(latin1: string): string {
  return latin1.replace(controls, (control) => special[control.charCodeAt(0) - 0x80] ?? control);
}
