// Everything works without this file. Each module enhances what it finds in the page.
import { watchAutosave } from './autosave.js';
import { watchConfirmations } from './confirm.js';
import { watchCounts } from './count.js';
import { watchFilters } from './filters.js';
import { focusErrors } from './focus.js';
import { watchLeaving } from './leave.js';
import { watchPrinting } from './print.js';
import { watchReveals } from './reveal.js';
import { watchRows } from './rows.js';
import { watchSimilar } from './similar.js';
import { watchSubmits } from './submit.js';

focusErrors();
watchReveals();
watchCounts();
watchAutosave();
watchSimilar();
watchFilters();
watchRows();
watchPrinting();
watchConfirmations(); // before submit: an unconfirmed submit is not a submit
watchSubmits();
watchLeaving();
