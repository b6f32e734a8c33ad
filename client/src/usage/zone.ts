import { createContext, useContext } from 'react';

/** The service center’s time zone, in which uses have their days. */
export const ZoneContext = createContext('America/Chicago');

export const useZone = () => useContext(ZoneContext);
