import { API_ROOT, createEndpoint, noInput } from '../endpoint';

/** Who an alert can be assigned to. */
export interface People {
  /** The one who asks. Undefined where the host tells no users apart: then nobody can be assigned. */
  readonly me: string | undefined;
  /** In order of the alphabet. */
  readonly others: readonly string[];
}

export const getPeople = createEndpoint<People>()({
  method: 'get',
  path: `${API_ROOT}/people`,
  privilege: 'read',
  params: noInput,
  query: noInput,
  body: noInput,
});
