import { dollars } from './dollars';
import { exemptReasonLabels } from './exemption';
import type { PricePart, PriceUnit } from './price';

const unitNames: Record<PriceUnit, [string, string]> = {
  PAGE: ['page', 'pages'],
  FILE: ['file', 'files'],
  ITEM: ['name or item', 'names or items'],
  PAYMENT: ['payment', 'payments'],
};

function counted(quantity: number, unit: PriceUnit): string {
  return `${quantity.toLocaleString('en-US')} ${unitNames[unit][quantity === 1 ? 0 : 1]}`;
}

/** A step of a price in words. */
export function pricePartText(part: PricePart): string {
  switch (part.rule) {
    case 'PAGES':
      return counted(part.pages, 'PAGE');
    case 'BYTES':
      return `${part.bytes.toLocaleString('en-US')} bytes at ${part.bytesPerPage.toLocaleString('en-US')} a page: ${counted(part.pages, 'PAGE')}`;
    case 'NO_MATCHES':
      return `No matches: charged as ${counted(part.pages, 'PAGE')}`;
    case 'CAP':
      return `At most ${part.capPages} pages of a document count: ${part.to} of ${part.from}`;
    case 'GOVERNMENT_RATE':
      return `Governments were spared the increase of 2012: ${dollars(part.unitCents)} instead of ${dollars(part.insteadOfCents)}`;
    case 'RATE':
      return `${counted(part.quantity, part.unit)} at ${dollars(part.unitCents)}: ${dollars(part.quantity * part.unitCents)}`;
    case 'EXEMPT':
      return `Exempt: ${exemptReasonLabels[part.reason]}`;
  }
}
