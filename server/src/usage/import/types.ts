import type { ImportColumn } from '@countersign/shared/usage/import/column-names';
import type { Separator } from '@countersign/shared/usage/import/delimited-text';
import type { FoundRow } from '@countersign/shared/usage/import/import-findings';
import type { ImportSettings, SettingsProblem } from '@countersign/shared/usage/import/import-settings';
import type { RowProblemCode } from '@countersign/shared/usage/import/row-problem';
import type { ImportAction, ImportState } from '@countersign/shared/usage/import-states';
import type { UseFormat, UseKind } from '@countersign/shared/usage/use';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../api/connection-type';
import { Money } from '../../api/money-type';
import { Node } from '../../api/node-type';
import { DateTimeScalar, SafeIntScalar } from '../../api/scalars';
import { ChargeVerdictEnum, UseAuthorityEnum, UseFormatEnum, UseKindEnum } from '../enums';
import {
  DateOrderEnum,
  DecimalMarkEnum,
  ImportActionEnum,
  ImportColumnEnum,
  ImportStateEnum,
  RowProblemCodeEnum,
  SeparatorEnum,
  SettingsProblemCodeEnum,
} from './enums';
import type { ImportRow } from './queries';

@ObjectType({ simpleResolvers: true, description: 'From which of a file’s headers a column is read.' })
export class UsageImportColumnPlace {
  @Field(() => ImportColumnEnum, { description: 'What is read.' })
  column!: ImportColumn;

  @Field(() => String, { description: 'As it stands in `headers` of the import.' })
  header!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What a word of a file means.' })
export class UsageImportKindWord {
  @Field(() => String, { description: 'As the file writes it; case and punctuation do not matter.' })
  text!: string;

  @Field(() => UseKindEnum, { description: 'What is meant by it.' })
  kind!: UseKind;
}

@ObjectType({ simpleResolvers: true, description: 'Something to be decided before a file can be read.' })
export class UsageImportMappingProblem {
  @Field(() => SettingsProblemCodeEnum, { description: 'What kind of problem it is.' })
  code!: SettingsProblem['code'];

  @Field(() => [ImportColumnEnum], { description: 'Which columns it is about; any of them mends it.' })
  columns!: readonly ImportColumn[];

  @Field(() => String, { description: 'A sentence for the person.' })
  message!: string;
}

@ObjectType({ simpleResolvers: true, description: 'How far a file has been read.' })
export class UsageImportProgress {
  @Field(() => SafeIntScalar, { description: 'Of the file’s `bytes`.' })
  bytes!: number;

  @Field(() => Int, { description: 'Read so far; blank ones are not counted.' })
  rows!: number;

  @Field(() => Int, { description: 'Of those read, the ones that are uses.' })
  goodRows!: number;

  @Field(() => Int, { description: 'Of those read, the ones that cannot be imported.' })
  badRows!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many rows have one kind of problem.' })
export class UsageImportProblemCount {
  @Field(() => RowProblemCodeEnum, { description: 'What kind of problem it is.' })
  code!: RowProblemCode;

  @Field(() => ImportColumnEnum, { nullable: true, description: 'Where it is; null for the row as a whole.' })
  column!: ImportColumn | null;

  @Field(() => Int, { description: 'A row with several problems counts for each.' })
  rows!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Why one row cannot be imported.' })
export class UsageImportProblem {
  @Field(() => Int, { description: 'Of the file, from 1; line breaks within cells count.' })
  line!: number;

  @Field(() => RowProblemCodeEnum, { description: 'What kind of problem it is.' })
  code!: RowProblemCode;

  @Field(() => ImportColumnEnum, { nullable: true, description: 'Where it is; null for the row as a whole.' })
  column!: ImportColumn | null;

  @Field(() => String, { description: 'What stands there: shortened, and without card numbers.' })
  value!: string;

  @Field(() => String, { description: 'A sentence for the person: what is wrong and how to mend it.' })
  message!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A value that nothing is known by.' })
export class UsageImportName {
  @Field(() => String, { description: 'As the file writes it.' })
  name!: string;

  @Field(() => Int, { description: 'How many rows have it.' })
  rows!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Values that nothing is known by; they are never guessed.',
})
export class UsageImportNames {
  @Field(() => [UsageImportName], { description: 'Those of most rows first, at most 100.' })
  named!: readonly UsageImportName[];

  @Field(() => Int, { description: 'Rows with values beyond those named.' })
  otherRows!: number;
}

@ObjectType({ description: 'A row as it will be kept.' })
export class UsageImportRow {
  readonly found!: FoundRow;

  @Field(() => Int, { description: 'Of the file, from 1.' })
  line!: number;

  @Field(() => DateTimeScalar, { description: 'The instant of the use.' })
  at!: Date;

  @Field(() => Boolean, { description: 'Whether the file tells the time and not the day alone.' })
  timeKnown!: boolean;

  @Field(() => UseKindEnum, { description: 'What was used.' })
  kind!: UseKind;

  @Field(() => String, { nullable: true, description: 'The case as the file writes it.' })
  caseNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'The code the user gave; null without one.' })
  clientCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the firm books it under: the file’s, else that of the account’s link.',
  })
  costCenter!: string | null;

  @Field(() => String, { nullable: true, description: 'What it was, in the file’s words.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'What was searched for; null where nothing was.' })
  search!: string | null;

  @Field(() => UseFormatEnum, { nullable: true, description: 'What it came as; null where not told.' })
  format!: UseFormat | null;

  @Field(() => Int, { nullable: true, description: 'Before the cap; null where not told.' })
  pages!: number | null;

  @Field(() => SafeIntScalar, { nullable: true, description: 'Extracted for HTML; null where not told.' })
  bytes!: number | null;

  @Field(() => Int, { nullable: true, description: 'Charged ones; null where not told.' })
  billablePages!: number | null;

  @Field(() => Money, { description: 'What was charged, or the price where the file does not tell.' })
  charge!: Money;

  @Field(() => Money, {
    nullable: true,
    description: 'The price by the fee schedule of its day; null where it cannot be told.',
  })
  expectedCharge!: Money | null;

  @Field(() => ChargeVerdictEnum, { description: 'How the charge compares with the price.' })
  verdict!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why the charge differs or cannot be checked, in a sentence; null where it is the price.',
  })
  cause!: string | null;

  @Field(() => Boolean, { description: 'Whether it is free by an exemption.' })
  exempt!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The service center’s own number of it; null where the file has none.',
  })
  transactionNumber!: string | null;
}

@ObjectType({ description: 'What was found in all of a file.' })
export class UsageImportFindings {
  @Field(() => Int, { description: 'All but blank ones.' })
  rows!: number;

  @Field(() => Int, { description: 'Those that are uses.' })
  goodRows!: number;

  @Field(() => Int, { description: 'Those that cannot be imported; `badRowsUrl` has them.' })
  badRows!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Of the good rows those that were uses already; null where the work broke off before.',
  })
  knownRows!: number | null;

  @Field(() => Money, { description: 'What all good rows were charged together.' })
  charge!: Money;

  @Field(() => Int, {
    description: 'Of the good rows those charged more or less than the fee schedule says; they are kept so.',
  })
  differingRows!: number;

  @Field(() => Money, { description: 'By how much the differing ones are too high together.' })
  difference!: Money;

  @Field(() => [UsageImportProblemCount], { description: 'Kinds of problems, those of most rows first.' })
  problemCounts!: readonly UsageImportProblemCount[];

  @Field(() => [UsageImportProblem], { description: 'The first 200 problems in the order of their lines.' })
  firstProblems!: readonly UsageImportProblem[];

  @Field(() => [UsageImportRow], { description: 'The first 20 good rows.' })
  firstRows!: readonly UsageImportRow[];

  @Field(() => UsageImportNames, { description: 'Accounts that are not the payer’s, at all or at the time.' })
  unknownAccounts!: UsageImportNames;

  @Field(() => UsageImportNames, { description: 'Courts that are not known, or not which.' })
  unknownCourts!: UsageImportNames;

  @Field(() => UsageImportNames, { description: 'Words for kinds; say what they mean by `usageImportMap`.' })
  unknownKinds!: UsageImportNames;
}

@ObjectType({
  implements: Node,
  description:
    'A list of transactions on its way from an upload to uses that count. Needs `usage.import.run` at its payer.',
})
export class UsageImport extends Node {
  readonly __typename!: 'UsageImport';
  readonly row!: ImportRow;

  @Field(() => ImportStateEnum, { description: 'Where it stands.' })
  state!: ImportState;

  @Field(() => UseAuthorityEnum, { description: 'Who says that its uses happened.' })
  authority!: string;

  @Field(() => String, { description: 'As the file was called where it came from.' })
  fileName!: string;

  @Field(() => SafeIntScalar, { description: 'The size of the file.' })
  bytes!: number;

  @Field(() => String, { description: 'SHA-256 of the file in hexadecimal.' })
  digest!: string;

  @Field(() => DateTimeScalar, { description: 'When the file was uploaded.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it last moved on.' })
  changedAt!: Date;

  @Field(() => Int, { description: 'Counts its changes; an edit names the one it is based on.' })
  version!: number;

  @Field(() => String, { description: 'How its characters are written, such as utf-8.' })
  encoding!: string;

  @Field(() => SeparatorEnum, { description: 'What stands between its cells.' })
  separator!: Separator;

  @Field(() => [[String]], { description: 'Its first rows as they are, the header among them, at most 25.' })
  firstLines!: readonly (readonly string[])[];

  @Field(() => Int, { description: 'Which of `firstLines` names the columns, from 1; 0 where none does.' })
  headerRow!: number;

  @Field(() => [String], { description: 'The names of its columns, each distinct.' })
  headers!: readonly string[];

  @Field(() => [UsageImportColumnPlace], { description: 'What is read from which of them.' })
  columns!: readonly UsageImportColumnPlace[];

  @Field(() => DateOrderEnum, { nullable: true, description: 'Null where no date needs it, or nobody said.' })
  dateOrder!: ImportSettings['dateOrder'];

  @Field(() => DecimalMarkEnum, {
    nullable: true,
    description: 'Null where no amount needs it, or nobody said.',
  })
  decimalMark!: ImportSettings['decimalMark'];

  @Field(() => [UsageImportKindWord], { description: 'Words of the payer’s own for kinds of uses.' })
  kindWords!: readonly UsageImportKindWord[];

  @Field(() => [UsageImportMappingProblem], {
    description: 'What must be decided before it can be checked or imported; empty where nothing must.',
  })
  mappingProblems!: readonly UsageImportMappingProblem[];

  @Field(() => UsageImportProgress, { description: 'How far it was read, by the check or by the import.' })
  progress!: UsageImportProgress;

  @Field(() => UsageImportFindings, {
    nullable: true,
    description: 'What the check or the import found; null before it.',
  })
  findings!: UsageImportFindings | null;

  @Field(() => Boolean, { description: 'Whether one bad row stops it; otherwise the good ones are taken.' })
  allOrNothing!: boolean;

  @Field(() => Boolean, { description: 'Whether it was asked to be given up and has not been yet.' })
  cancelAsked!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why it failed, in a sentence; null where it did not.',
  })
  failure!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Path of its bad rows as a file in the same columns with line and reason, to be mended and sent again; null without any.',
  })
  badRowsUrl!: string | null;

  @Field(() => [ImportActionEnum], { description: 'What the viewer may do with it now.' })
  allowedActions!: readonly ImportAction[];
}

export const UsageImportConnection = connectionType('UsageImport', () => UsageImport, 'imports of usage');
