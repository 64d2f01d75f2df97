import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';

/** One of the ten classes of what every university must publish. */
@Entity('catalogue_class')
export class CatalogueClass {
  @PrimaryColumn('int') readonly number!: number;
  @Column('text') readonly name!: string;
  @OneToMany(() => CatalogueItem, (item) => item.class) readonly items!: Relation<CatalogueItem>[];
}

/** One of its fifty items. */
@Entity('catalogue_item')
export class CatalogueItem {
  @PrimaryColumn('int') readonly number!: number;
  @Column('int') readonly classNumber!: number;
  @ManyToOne(() => CatalogueClass, (one) => one.items)
  @JoinColumn({ name: 'class_number' })
  readonly class!: Relation<CatalogueClass>;
  @Column('text') readonly title!: string;
}
