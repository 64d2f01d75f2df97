import type { Settings } from '../../config/index.js';
import { type Message, msg } from '../../kernel/index.js';

/** What the environment decides, as the administrator may read it: addresses without their passwords. */
export function presentSettings(settings: Settings) {
  const rows: readonly (readonly [variable: string, name: string, value: string | number | Message])[] = [
    ['SCHOOL_NAME', 'schoolName', settings.schoolName],
    ['BASE_URL', 'baseUrl', settings.baseUrl],
    ['NODE_ENV · DEMO', 'environment', msg(`organization.settings.environments.${settings.environment}`)],
    [
      'DATABASE_URL',
      'database',
      settings.databaseUrl ? hostOf(settings.databaseUrl) : msg('organization.settings.embedded'),
    ],
    ['SMTP_URL', 'smtp', settings.smtpUrl ? hostOf(settings.smtpUrl) : msg('organization.settings.outbox')],
    ['MAIL_FROM', 'mailFrom', settings.mailFrom],
    ['DATA_FOLDER', 'dataFolder', settings.dataFolder],
    ['ROLE', 'role', msg(`organization.settings.roles.${settings.role}`)],
    ['IDLE_MINUTES', 'idleMinutes', settings.idleMinutes],
    ['UPLOAD_MEGABYTES', 'uploadMegabytes', settings.uploadMegabytes],
    ['FAILURES_PER_ADDRESS', 'failuresPerAddress', settings.failuresPerAddress],
    ['LINKS_PER_NUMBER', 'linksPerNumber', settings.linksPerNumber],
    ['LINKS_PER_ADDRESS', 'linksPerAddress', settings.linksPerAddress],
    ['TRUST_PROXY', 'trustProxy', msg(settings.trustProxy ? 'organization.settings.yes' : 'organization.settings.no')],
  ];
  return {
    pageTitle: msg('organization.settings.title'),
    breadcrumbs: [{ text: msg('organization.admin.title'), href: '/admin' }],
    rows: rows.map(([variable, name, value]) => ({
      variable,
      name: msg(`organization.settings.names.${name}`),
      value: typeof value === 'number' ? String(value) : value,
    })),
  };
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : '';
}
