import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Attachment } from './attachment.entity.js';
import { Attachments } from './attachments.js';
import { DiskStorage } from './disk-storage.js';
import { FileOwners } from './file-owners.js';
import { FileStorage } from './file-storage.js';
import { FilesController } from './web/files.controller.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Attachment])],
  controllers: [FilesController],
  providers: [Attachments, FileOwners, { provide: FileStorage, useClass: DiskStorage }],
  exports: [Attachments, FileOwners],
})
export class FilesModule {}
