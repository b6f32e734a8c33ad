import { useOutletContext } from 'react-router';

/** What the page of a firm tells the forms that lie over it. */
export interface FirmOutlet {
  /** The service center’s time zone, in which intervals begin and end. */
  readonly zone: string;
}

export const useFirmZone = (): string => useOutletContext<FirmOutlet>().zone;
