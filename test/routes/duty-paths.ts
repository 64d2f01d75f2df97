import type { Scene } from '../support/scene.js';

type Places = Readonly<Record<string, string>>;

/** Routes by which the duties of a case are changed. */
export function dutyPathsOf({ cases }: Scene): Readonly<Record<string, Places>> {
  const oneCase = (tail: string, name: 'assigned' | 'inHandling'): Places => ({
    [name]: `/cases/${cases[name]}${tail}`,
  });
  const handled = (tail: string): Places => ({ inHandling: `/cases/${cases.inHandling}${tail}` });
  return {
    'GET /cases/:ref/receipt': oneCase('/receipt', 'assigned'),
    'POST /cases/:ref/receipt': oneCase('/receipt', 'assigned'),
    'GET /cases/:ref/return': oneCase('/return', 'assigned'),
    'POST /cases/:ref/return': oneCase('/return', 'assigned'),
    'GET /cases/:ref/return/decision': oneCase('/return/decision', 'assigned'),
    'POST /cases/:ref/return/decision': oneCase('/return/decision', 'assigned'),
    'GET /cases/:ref/extension': oneCase('/extension', 'inHandling'),
    'POST /cases/:ref/extension': oneCase('/extension', 'inHandling'),
    'GET /cases/:ref/extension/decision': oneCase('/extension/decision', 'inHandling'),
    'POST /cases/:ref/extension/decision': oneCase('/extension/decision', 'inHandling'),
    'GET /cases/:ref/opinion': oneCase('/opinion', 'inHandling'),
    'POST /cases/:ref/opinion': oneCase('/opinion', 'inHandling'),
    'GET /cases/:ref/overrides': oneCase('/overrides', 'inHandling'),
    'POST /cases/:ref/overrides': oneCase('/overrides', 'inHandling'),
    'GET /cases/:ref/reassignment': handled('/reassignment'),
    'POST /cases/:ref/reassignment': handled('/reassignment'),
    'GET /cases/:ref/units': handled('/units'),
    'POST /cases/:ref/units': handled('/units'),
    'GET /cases/:ref/units/wish': handled('/units/wish'),
    'POST /cases/:ref/units/wish': handled('/units/wish'),
  };
}
