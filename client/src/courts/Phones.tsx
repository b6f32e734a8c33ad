import { phoneParts } from './phoneText';

/** What a court wrote as its phone number, with each number in it ready to dial. */
export function Phones({ written }: { written: string }) {
  return phoneParts(written).map(({ text, dial }) =>
    dial ? (
      <a key={text} href={`tel:${dial}`}>
        {text}
      </a>
    ) : (
      text
    ),
  );
}
