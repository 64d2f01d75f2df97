import type { TellingTable } from './telling.js';

const page = () => '/me/deputies';

/** 授权代签: the deputy and the principal are told, whoever entered it. */
export const MANDATE_RULES: TellingTable = {
  'staff.authorize_deputy': [
    { kind: 'deputy_named', to: ['named'], link: page },
    { kind: 'deputy_entered', to: ['principal'], link: page },
  ],
  'staff.revoke_deputy': [
    { kind: 'deputy_revoked', to: ['named'], link: page },
    { kind: 'deputy_revoked', to: ['principal'], link: page },
  ],
};
