export { FilesModule } from './files.module.js';
export { Attachment, MOST_ATTACHMENTS, type Owner } from './attachment.entity.js';
export { Attachments, type FileAct, type NewAttachment } from './attachments.js';
export { FileOwners, type MayReadOwner } from './file-owners.js';
export { presentScanField, readScan } from './scan.js';
export { FILE_FIELD, type SentFiles, withFiles } from './sent-files.js';
export {
  type AttachmentView,
  type FileFieldView,
  presentAttachments,
  presentFileField,
} from './web/attachment.presenter.js';
