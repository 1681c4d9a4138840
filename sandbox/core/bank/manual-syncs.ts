/** How many synchronisations by hand a bank login remembers; those beyond add no bookings. */
export const mostManualSyncs = 500;
