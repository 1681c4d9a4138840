/** What a token may be good for. Source: finoOS documentation, "Scopes" and "Authenticate". */
import { ApiError } from './api-error.js';

/** What `banking` stands for, which the quick start names and the table of scopes does not. */
const bankingScopes = [
  'banking-fetch',
  'banking-connect',
  'banking-upload',
  'banking-payment',
] as const;

const generalScopes = [
  'categorization',
  'account-detection',
  'account-history',
  'contracts',
  'cockpits',
] as const;

/** Of the analyses of a kind of user; each is good for the analysis of its name. */
const analysisScopes = {
  person: [
    'credit-rating',
    'renter-information',
    'name-verification',
    'person-income-alimony',
    'person-income-child-benefit',
    'person-income-investment',
    'person-income-other',
    'person-income-parental-allowance',
    'person-income-pension',
    'person-income-rental',
    'person-income-salary',
    'person-income-self-employment',
    'person-spending-credit',
    'person-spending-credit-card',
    'person-spending-insurance',
    'person-spending-investment',
    'person-spending-other',
    'person-spending-rent',
    'person-risk-back-debit',
    'person-risk-garnishment',
    'person-risk-collection',
    'person-risk-gambling',
    'person-risk-overdraft-amount',
    'person-household-budget',
    'person-adult-check',
  ],
  company: [
    'company-cash',
    'company-credit',
    'company-customer-supplier',
    'company-foreign-payment',
    'company-insurance',
    'company-internal-booking',
    'company-investment',
    'company-liquidity',
    'company-risk',
    'company-spending-other',
    'company-staff',
    'company-top-category',
  ],
} as const;

const scopes = [
  'banking',
  ...bankingScopes,
  ...generalScopes,
  ...analysisScopes.person,
  ...analysisScopes.company,
  'webhooks',
  'categorization-categories',
  'companies',
  'companiesLogo',
] as const;

export type Scope = (typeof scopes)[number];

/**
 * What a client is granted: what it asks for, or all.
 *
 * @param asked separated by spaces
 * @throws ApiError 400 where there is no such scope
 */
export function grantedScopes(asked: string | undefined): readonly Scope[] {
  if (asked === undefined) return scopes;
  const names = asked.split(' ').filter(Boolean);
  const unknown = names.filter((name) => !(scopes as readonly string[]).includes(name));
  if (unknown.length > 0) {
    throw new ApiError(
      400,
      `body.scope: there is no scope ${unknown.join(', ')}. GET /api lists those there are.`,
    );
  }
  return scopes.filter(
    (scope) =>
      names.includes(scope) ||
      (names.includes('banking') && (bankingScopes as readonly string[]).includes(scope)),
  );
}

/** @throws ApiError 403 where the token is good for none of them */
export function requireScope(granted: readonly Scope[], ...needed: readonly Scope[]): void {
  if (needed.some((scope) => granted.includes(scope))) return;
  throw new ApiError(403, `The access token lacks the scope ${needed.join(' or ')}.`);
}

/** Analyses that the documentation names by a path, and the scopes that go with each. */
const namedAnalyses = {
  person: new Map<string, readonly Scope[]>([
    ['income', analysisScopes.person.filter((scope) => scope.startsWith('person-income-'))],
  ]),
  company: new Map<string, readonly Scope[]>([
    ['cashflow', ['company-cash']],
    ['credits', ['company-credit']],
  ]),
};

export type AnalysisKind = keyof typeof analysisScopes;

/** The names of the analyses of a kind of user, each with the scopes of which one is needed. */
const analyses = (kind: AnalysisKind): ReadonlyMap<string, readonly Scope[]> =>
  new Map([
    ...namedAnalyses[kind],
    ...analysisScopes[kind].map(
      (scope) => [scope.replace(`${kind}-`, ''), [scope]] as [string, readonly Scope[]],
    ),
  ]);

export const analysisNames = (kind: AnalysisKind): readonly string[] => [...analyses(kind).keys()];

/** None where there is no such analysis. */
export const scopesOfAnalysis = (kind: AnalysisKind, name: string): readonly Scope[] =>
  analyses(kind).get(name) ?? [];

/** For the description. */
export const scopeList = scopes.map((scope) => `\`${scope}\``).join(', ');
