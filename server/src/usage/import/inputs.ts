import type { ImportColumn } from '@countersign/shared/usage/import/column-names';
import type { Separator } from '@countersign/shared/usage/import/delimited-text';
import type { ImportSettings } from '@countersign/shared/usage/import/import-settings';
import type { UseKind } from '@countersign/shared/usage/use';
import { Field, ID, InputType, Int } from 'type-graphql';
import { UseKindEnum } from '../enums';
import { DateOrderEnum, DecimalMarkEnum, ImportColumnEnum, SeparatorEnum } from './enums';

const whichImport = 'Which one: global id of a UsageImport.';
const basedOn = 'The `version` the change is based on; refused as STALE when there is a newer one.';

@InputType({ description: 'From which header a column is read.' })
export class UsageImportColumnInput {
  @Field(() => ImportColumnEnum, { description: 'What is read; each at most once.' })
  column!: ImportColumn;

  @Field(() => String, { description: 'As it stands in `headers` of the import.' })
  header!: string;
}

@InputType({ description: 'What a word of the file’s own means.' })
export class UsageImportKindWordInput {
  @Field(() => String, { description: 'As the file writes it, 1 to 300 characters.' })
  text!: string;

  @Field(() => UseKindEnum, { description: 'What is meant by it.' })
  kind!: UseKind;
}

@InputType({ description: 'How a file is read; what is left out stays as it is.' })
export class UsageImportMapInput {
  @Field(() => ID, { description: whichImport })
  import!: string;

  @Field(() => Int, { description: basedOn })
  expectedVersion!: number;

  @Field(() => SeparatorEnum, {
    nullable: true,
    description: 'What stands between cells; another one has the columns recognized anew.',
  })
  separator?: Separator | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Which of `firstLines` names the columns, from 1, or 0 for none; another one has them recognized anew.',
  })
  headerRow?: number | null;

  @Field(() => [UsageImportColumnInput], {
    nullable: true,
    description: 'All that is read; a column that is not named is not read.',
  })
  columns?: readonly UsageImportColumnInput[] | null;

  @Field(() => DateOrderEnum, { nullable: true, description: 'Null has nobody said.' })
  dateOrder?: ImportSettings['dateOrder'];

  @Field(() => DecimalMarkEnum, { nullable: true, description: 'Null has nobody said.' })
  decimalMark?: ImportSettings['decimalMark'];

  @Field(() => [UsageImportKindWordInput], {
    nullable: true,
    description: 'All words of the payer’s own, at most 500; they outrank those known here.',
  })
  kindWords?: readonly UsageImportKindWordInput[] | null;
}

@InputType({ description: 'What is to be checked.' })
export class UsageImportCheckInput {
  @Field(() => ID, { description: whichImport })
  import!: string;

  @Field(() => Int, { description: basedOn })
  expectedVersion!: number;
}

@InputType({ description: 'What is to be imported, and how.' })
export class UsageImportRunInput {
  @Field(() => ID, { description: whichImport })
  import!: string;

  @Field(() => Int, { description: basedOn })
  expectedVersion!: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether one bad row is to stop it; otherwise, and left out, the good ones are taken.',
  })
  allOrNothing?: boolean | null;

  @Field(() => String, {
    description:
      'Chosen by the caller, 1 to 255 characters: a second call with it changes nothing and gets the first answer.',
  })
  idempotencyKey!: string;
}

@InputType({ description: 'What is to be given up.' })
export class UsageImportCancelInput {
  @Field(() => ID, { description: whichImport })
  import!: string;
}

@InputType({ description: 'What is to be forgotten.' })
export class UsageImportDiscardInput {
  @Field(() => ID, { description: whichImport })
  import!: string;

  @Field(() => Int, { description: basedOn })
  expectedVersion!: number;
}
