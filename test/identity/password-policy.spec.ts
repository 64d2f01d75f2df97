import { describe, expect, it } from '@jest/globals';
import { passwordProblem } from '../../src/identity/password-policy.js';

const WU = { number: '2009017', name: '吴敏' };

describe('a new password', () => {
  it.each(['二十四节气里的清明谷雨', 'lake-heron-47-window', 'Tr0ubadour&3xyz'])('may be %s', (password) => {
    expect(passwordProblem(password, WU)).toBeNull();
  });

  it.each([
    ['short9', 'identity.password.tooShort'],
    ['九个汉字还是不太够', 'identity.password.tooShort'],
    ['abc2009017abc', 'identity.password.tellsWhoYouAre'],
    ['我是吴敏我是吴敏我是', 'identity.password.tellsWhoYouAre'],
    ['Password123', 'identity.password.common'],
    ['1234567890', 'identity.password.common'],
    ['aaaaaaaaaaaa', 'identity.password.common'],
    ['qwertyuiop12', 'identity.password.common'],
  ])('is not %s', (password, problem) => {
    expect(passwordProblem(password, WU)?.key).toBe(problem);
  });
});
