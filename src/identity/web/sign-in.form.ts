import { Line, Secret } from '../../web/index.js';

export class SignInForm {
  @Line({ label: 'identity.number', required: true, max: 40 }) number = '';
  @Secret({ label: 'identity.password.label', required: true }) password = '';
  @Line({ label: 'identity.signIn.to', max: 2000 }) to = '';
  @Line({ label: 'identity.signIn.to', max: 100 }) parked = '';
}
