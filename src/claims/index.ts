export { ClaimsModule } from './claims.module.js';
export { type Claim, Claims, type ClaimedSubject } from './claims.service.js';
export { HeldByColleague } from './claims.errors.js';
export { presentClaim, type ClaimView } from './claim.presenter.js';
