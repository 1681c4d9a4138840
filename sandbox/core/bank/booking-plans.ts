/** What is booked on the accounts of the demo users: whom they pay, whom they are paid by, and when. */
import type { AccountType } from '../contract/bank-side.js';
import type { Profile } from './demo-users.js';

/**
 * How it is booked. Source of the numbers: the transaction codes (GVC) of German banks, of the letters
 * the purpose codes of ISO 20022.
 */
export const bookingKinds = {
  salary: { bookingText: 'Lohn, Gehalt', transactionCode: 153, sepaPurposeCode: 'SALA' },
  incoming: { bookingText: 'Gutschrift', transactionCode: 166 },
  transfer: { bookingText: 'Überweisung', transactionCode: 116 },
  standing: { bookingText: 'Dauerauftrag', transactionCode: 117 },
  debit: { bookingText: 'Lastschrift', transactionCode: 105 },
  card: { bookingText: 'Kartenzahlung', transactionCode: 106 },
  cash: { bookingText: 'Barauszahlung', transactionCode: 83 },
  interest: { bookingText: 'Zinsen', transactionCode: 814 },
} as const;

export type BookingKind = keyof typeof bookingKinds;

interface Entry {
  readonly kind: BookingKind;
  readonly name: string;
  readonly purpose: string;
  /** In cents; below 0 where it goes out. */
  readonly cents: readonly [low: number, high: number];
  /** ISO 18245, of a card payment. */
  readonly merchantCategoryCode?: string;
}

/** Comes each month on the first weekday from that day on, which is 26 at most. */
export interface MonthlyEntry extends Entry {
  readonly day: number;
  /** Another amount each time. */
  readonly varies?: true;
}

export interface BookingPlan {
  readonly monthly: readonly MonthlyEntry[];
  /** One of them on each weekday; what stands twice comes twice as often. */
  readonly daily: readonly Entry[];
}

const card = (
  name: string,
  merchantCategoryCode: string,
  cents: readonly [number, number],
): Entry => ({ kind: 'card', name, purpose: 'Kartenzahlung', cents, merchantCategoryCode });

const groceries = card('Frischmarkt Beispiel', '5411', [-9_500, -600]);
const cash: Entry = {
  kind: 'cash',
  name: 'Geldautomat Musterstadt',
  purpose: 'Barauszahlung am Automaten',
  cents: [-15_000, -5_000],
};

const privateCards = [
  groceries,
  groceries,
  card('Bäckerei Muster', '5462', [-1_400, -250]),
  card('Drogerie Beispiel', '5912', [-4_200, -500]),
  card('Gasthaus Zum Muster', '5812', [-7_800, -1_200]),
  card('Tankstelle Nord', '5541', [-8_900, -3_000]),
  card('Verkehrsbetriebe Musterstadt', '4111', [-3_600, -320]),
];

const travel = [
  card('Bahn Beispiel', '4112', [-16_000, -1_900]),
  card('Hotel Musterhof', '7011', [-24_000, -7_900]),
  card('Onlineshop Beispiel', '5732', [-18_000, -900]),
  card('Gasthaus Zum Muster', '5812', [-9_800, -1_500]),
];

const settlement: MonthlyEntry = {
  day: 25,
  kind: 'incoming',
  name: 'Kartenabrechnung',
  purpose: 'Ausgleich der Monatsabrechnung',
  cents: [30_000, 90_000],
  varies: true,
};

const interest: MonthlyEntry = {
  day: 26,
  kind: 'interest',
  name: 'Zinsgutschrift',
  purpose: 'Zinsen des Monats',
  cents: [300, 4_800],
  varies: true,
};

const savings: MonthlyEntry = {
  day: 2,
  kind: 'incoming',
  name: 'Sparen',
  purpose: 'Sparrate vom Girokonto',
  cents: [10_000, 30_000],
};

const none: BookingPlan = { monthly: [], daily: [] };

const privatePlans: Partial<Record<AccountType, BookingPlan>> = {
  GIRO: {
    monthly: [
      {
        day: 26,
        kind: 'salary',
        name: 'Musterfirma AG',
        purpose: 'Gehalt',
        cents: [240_000, 390_000],
      },
      {
        day: 1,
        kind: 'standing',
        name: 'Wohnbau Muster GmbH',
        purpose: 'Miete',
        cents: [-110_000, -68_000],
      },
      {
        day: 3,
        kind: 'debit',
        name: 'Stadtwerke Musterstadt',
        purpose: 'Strom Abschlag',
        cents: [-11_000, -5_500],
      },
      {
        day: 8,
        kind: 'debit',
        name: 'Beispiel Versicherung AG',
        purpose: 'Haftpflichtversicherung',
        cents: [-2_900, -600],
      },
      {
        day: 15,
        kind: 'debit',
        name: 'Mobilfunk Muster GmbH',
        purpose: 'Mobilfunk Rechnung',
        cents: [-4_500, -999],
        varies: true,
      },
      {
        day: 20,
        kind: 'debit',
        name: 'Filmstrom Beispiel',
        purpose: 'Streaming Abo',
        cents: [-1_799, -899],
      },
    ],
    daily: [...privateCards, cash],
  },
  TAGESGELD: { monthly: [savings, interest], daily: [] },
  KREDIT_KARTE: { monthly: [settlement], daily: travel },
};

const businessPlans: Partial<Record<AccountType, BookingPlan>> = {
  GIRO: {
    monthly: [
      {
        day: 26,
        kind: 'transfer',
        name: 'Sammler Löhne und Gehälter',
        purpose: 'Löhne und Gehälter',
        cents: [-2_400_000, -900_000],
      },
      {
        day: 1,
        kind: 'standing',
        name: 'Gewerbepark Muster GmbH',
        purpose: 'Miete Büro',
        cents: [-420_000, -180_000],
      },
      {
        day: 10,
        kind: 'debit',
        name: 'Finanzamt Musterstadt',
        purpose: 'Umsatzsteuer Vorauszahlung',
        cents: [-900_000, -150_000],
        varies: true,
      },
      {
        day: 15,
        kind: 'debit',
        name: 'Krankenkasse Beispiel',
        purpose: 'Sozialversicherung Beiträge',
        cents: [-620_000, -240_000],
      },
      {
        day: 18,
        kind: 'debit',
        name: 'Telekommunikation Muster',
        purpose: 'Telefon und Internet',
        cents: [-24_000, -8_900],
        varies: true,
      },
    ],
    daily: [
      {
        kind: 'incoming',
        name: 'Handelshaus Beispiel KG',
        purpose: 'Rechnung',
        cents: [90_000, 900_000],
      },
      {
        kind: 'incoming',
        name: 'Kundin Muster OHG',
        purpose: 'Rechnung',
        cents: [20_000, 320_000],
      },
      {
        kind: 'transfer',
        name: 'Lieferant Nord GmbH',
        purpose: 'Wareneinkauf Rechnung',
        cents: [-480_000, -30_000],
      },
      card('Software Beispiel', '5734', [-18_000, -1_200]),
      card('Tankstelle Nord', '5541', [-12_000, -4_000]),
    ],
  },
  TAGESGELD: { monthly: [{ ...savings, cents: [200_000, 900_000] }, interest], daily: [] },
  KREDIT_KARTE: { monthly: [{ ...settlement, cents: [200_000, 600_000] }], daily: travel },
};

const securitiesPlans: Partial<Record<AccountType, BookingPlan>> = {
  GIRO: {
    monthly: [
      {
        day: 2,
        kind: 'incoming',
        name: 'Einzahlung Girokonto',
        purpose: 'Sparrate',
        cents: [20_000, 60_000],
      },
      {
        day: 5,
        kind: 'debit',
        name: 'Wertpapiersparplan',
        purpose: 'Kauf Musterwelt Aktien ETF',
        cents: [-40_000, -10_000],
      },
      {
        day: 12,
        kind: 'incoming',
        name: 'Nordlicht Energie AG',
        purpose: 'Dividende',
        cents: [800, 9_000],
        varies: true,
      },
    ],
    daily: [groceries, cash, card('Onlineshop Beispiel', '5732', [-9_000, -900])],
  },
};

const plans: Readonly<Record<Profile, Partial<Record<AccountType, BookingPlan>>>> = {
  private: privatePlans,
  business: businessPlans,
  securities: securitiesPlans,
};

/** A depot holds securities, and nothing is booked on it. */
export const planOf = (profile: Profile, type: AccountType): BookingPlan =>
  plans[profile][type] ?? none;
