export { Settings, SettingWrong, readSettings } from './settings.js';
export { ConfigModule } from './config.module.js';
