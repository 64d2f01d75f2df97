export { DisclosureModule } from './disclosure.module.js';
export { CaseResults } from './case-results.js';
export { type AwardOrigin, HandedDrafts } from './handed-drafts.js';
export { type NoticeLink, NoticeLinks } from './notice-links.js';
export { NoticeDrafts } from './notice-drafts.service.js';
export { NoticesService, type PlainStep } from './notices.service.js';
export { type Notice } from './notice.entity.js';
export { type AnnouncedAward, NoticeLookup, type NoticeSummary } from './notice-lookup.js';
export {
  AUDIENCE_KINDS,
  type AudienceKind,
  NOTICE_ATTRIBUTES,
  NOTICE_CATEGORIES,
  type NoticeAttribute,
  type NoticeCategory,
  type NoticeText,
} from './notice-text.js';
export { type NoticeAction, NOTICE_STATUSES, type NoticeStatus, noticeWorkflow } from './notice-workflow.js';
