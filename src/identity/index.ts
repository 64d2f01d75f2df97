export { IdentityModule } from './identity.module.js';
export { AccountMails, type AccountMailer, type LinkLetter } from './account-mails.js';
export { Actors, type KeySource } from './actors.js';
export { Duties, type Duty } from './duties.js';
export { Leftovers } from './leftovers.js';
export { MePages, type MePage } from './me-pages.js';
export { RoleGrant, UNIT_ROLES, type UnitRole } from './role-grant.entity.js';
export { RoleHolders } from './role-holders.js';
export { Sessions } from './sessions.js';
