/** An account to upload. @param now in ms since 1970, before which it was booked on */
export function sampleAccount(now: number) {
  const daysAgo = (days: number) => Math.floor(now / 1000) - days * 86_400;
  return {
    accountId: 'sample-account',
    type: 'GIRO',
    name: 'Joint account',
    iban: 'DE89370400440532013000',
    bankName: 'Sparkasse Musterstadt',
    owner: 'Anna Muster',
    balance: 1250.75,
    transactions: [
      {
        transactionId: 'sample-1',
        amount: -820.5,
        bookingDate: daysAgo(2),
        purpose: 'Miete',
        paymentPartner: { name: 'Wohnbau Muster GmbH', iban: 'DE02120300000000202051' },
      },
      {
        transactionId: 'sample-2',
        amount: 2150,
        bookingDate: daysAgo(5),
        purpose: 'Gehalt',
        paymentPartner: { name: 'Muster AG' },
      },
    ],
  };
}
