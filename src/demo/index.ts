export { accountTable } from './account-table.js';
export { demoSettings, ensureDemo, resetDemo, DEMO_PASSWORD } from './demo-site.js';
