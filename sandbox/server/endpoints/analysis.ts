/** Analyses that fino documents and the sandbox does not make. */
import { ApiError } from '../api-error.js';
import { clientEndpoint, type Endpoint } from '../endpoint.js';
import * as models from '../models.js';
import type { SandboxState } from '../sandbox-state.js';
import { requireScope, scopesOfAnalysis, type AnalysisKind } from '../scopes.js';

type Parts = Pick<SandboxState, 'users'>;

export const analysis = (state: Parts): readonly Endpoint[] => [
  endpointOf('person', state),
  endpointOf('company', state),
];

/** The scope follows from the name, so it is looked at here. */
const endpointOf = (kind: AnalysisKind, { users }: Parts): Endpoint =>
  clientEndpoint(
    undefined,
    {
      method: 'get',
      path: `/api/users/{userId}/analysis/${kind}/{name}`,
      operationId: `analysis-get-${kind}-analysis`,
      tag: 'Analysis',
      summary: `Read an analysis of a ${kind}`,
      description: 'Needs the scope of its name.',
      params: models.analysisPath[kind],
      answers: {
        200: { description: 'From fino’s servers; its form is not known here.' },
        501: { description: 'The sandbox does not make it.', body: models.errorBody },
      },
    },
    ({ caller, params: { userId, name } }): never => {
      const needed = scopesOfAnalysis(kind, name);
      requireScope(caller.scopes, ...needed);
      users.get(caller, userId);
      throw new ApiError(
        501,
        `The sandbox makes no analysis of the scope ${needed.join(' or ')}. Test with fino's servers.`,
      );
    },
  );
