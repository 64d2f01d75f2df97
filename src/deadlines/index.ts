export { DeadlinesModule } from './deadlines.module.js';
export { PreviewOutdated } from './deadlines.errors.js';
export { type Preview, Recounting } from './recounting.service.js';
